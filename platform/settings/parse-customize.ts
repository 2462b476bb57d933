import type { CustomizeItem, CustomizeSettings } from "../store/app-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import type { ResolveFile } from "./parse-general.ts";
import { readList, readObject, readText, readWord } from "./read-value.ts";
import { settingsText } from "./text.ts";

/** Links and files together, in each of the four lists. */
const itemLimit = 30;

export type CustomizeSource = { readonly current: CustomizeSettings; readonly resolveFile: ResolveFile };

type Raw = Readonly<Record<string, unknown>>;
type Device = CustomizeSettings["desktop"];

/** `PUT preview/app/customize.json`: a list that is sent replaces the one that is there; what is not sent stays. */
export function parseCustomize(place: Place, sent: Raw, source: CustomizeSource): CustomizeSettings {
  const { current, resolveFile } = source;
  return {
    scope: readWord(placeOf(place, "scope"), sent["scope"], {
      words: ["ALL", "ADMIN", "NONE"],
      initial: current.scope,
    }),
    desktop: readDevice(placeOf(place, "desktop"), sent["desktop"], { current: current.desktop, resolveFile }),
    mobile: readDevice(placeOf(place, "mobile"), sent["mobile"], { current: current.mobile, resolveFile }),
  };
}

function readDevice(
  place: Place,
  raw: unknown,
  source: { readonly current: Device; readonly resolveFile: ResolveFile },
): Device {
  const sent = readObject(place, raw);
  const read = (kind: "js" | "css"): readonly CustomizeItem[] => {
    const here = placeOf(place, kind);
    const list = readList(here, sent?.[kind], itemLimit);
    return list === null
      ? source.current[kind]
      : list
          .map((item, index) => readItem(placeOf(here, index), item, source.resolveFile))
          .filter((item) => item !== null);
  };
  return { js: read("js"), css: read("css") };
}

function readItem(place: Place, raw: unknown, resolveFile: ResolveFile): CustomizeItem | null {
  const sent = readObject(place, raw);
  if (sent === null) {
    return null;
  }
  if (sent["type"] === undefined) {
    addFault(placeOf(place, "type"), settingsText.required);
    return null;
  }
  const type = readWord(placeOf(place, "type"), sent["type"], { words: ["URL", "FILE"], initial: "URL" });
  if (type === "URL") {
    const url = readText(placeOf(place, "url"), sent["url"], { initial: "", required: true });
    if (url !== "" && !/^https:\/\/\S+$/u.test(url)) {
      addFault(placeOf(place, "url"), settingsText.wrongUrl);
    }
    return { type, url };
  }
  const filePlace = placeOf(place, "file");
  const keyPlace = placeOf(filePlace, "fileKey");
  const fileKey = readText(keyPlace, readObject(filePlace, sent["file"])?.["fileKey"], { initial: "", required: true });
  if (fileKey === "") {
    return null;
  }
  const file = resolveFile(fileKey);
  if (file === null) {
    addRefusal(keyPlace, "GAIA_BL01", { id: fileKey });
    return null;
  }
  return { type, file };
}

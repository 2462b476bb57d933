import { allAreas } from "../areas/areas.ts";
import { fieldsResource } from "../areas/fields.ts";
import { toItems } from "../areas/merge-keyed.ts";
import type { Json, JsonObject } from "../client/json.ts";
import { isJsonObject, listOf, memberOf, objectOf, textOf } from "../client/json.ts";
import type { Bodies } from "../plan/desired-suite.ts";
import { dropCodes, renameCodes } from "../plan/rename-codes.ts";

/** One settings write as it was sent, with what kintone was told by names of its own. */
export type SentWrite = {
  readonly method: string;
  readonly path: string;
  readonly body: JsonObject;
  /** Name of the app's own list 「（作業者が自分）」 where it was looked up. */
  readonly assigneeView: string | undefined;
  /** File key → name of what was uploaded in this run. */
  readonly uploads: ReadonlyMap<string, string>;
};

/** The areas of an app after a write, without reading them again: what was sent in the place of what it replaces. */
export function overlayWrite(areas: Bodies, write: SentWrite): Bodies {
  if (write.path.endsWith(`/${fieldsResource}.json`)) {
    return overlayFields(areas, write);
  }
  const area = allAreas.find(({ resource }) => write.path === `/k/v1/preview/${resource}.json`);
  if (area === undefined) {
    return areas;
  }
  const sent = Object.fromEntries(
    area.members.flatMap((name) => (write.body[name] === undefined ? [] : [[name, write.body[name]]])),
  );
  const before = areas[area.area] ?? area.initial;
  return { ...areas, [area.area]: { ...before, ...toAnswer(area.area, { before, sent, write }) } };
}

type Overlay = { readonly before: JsonObject; readonly sent: JsonObject; readonly write: SentWrite };

/**
 * What the area of a write says once it arrived, as far as the write itself tells; files without their keys and names, which are others
 * in each answer.
 */
export function toWritten({ path, body }: Pick<SentWrite, "path" | "body">): JsonObject {
  const { app: _app, revision: _revision, ...sent } = body;
  switch (path.slice("/k/v1/preview/".length)) {
    case "app/form/fields.json":
      return { properties: mergeSent({}, toItems(sent["properties"])).properties };
    case "app/views.json":
    case "app/reports.json":
    case "app/actions.json":
    case "app/status.json":
      return Object.fromEntries(
        Object.entries(sent).map(([name, value]) => [name, isJsonObject(value) ? byOwnName(value) : value]),
      );
    case "app/customize.json":
      return Object.fromEntries(
        Object.entries(sent).map(([name, value]) => [name, isJsonObject(value) ? withoutFiles(value) : value]),
      );
    default:
      return sent;
  }
}

function withoutFiles(device: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(device).map(([kind, items]) => [
      kind,
      listOf(items).map((item) => {
        const { file: _file, ...rest } = objectOf(item);
        return rest;
      }),
    ]),
  );
}

function toAnswer(area: string, { before, sent, write }: Overlay): JsonObject {
  switch (area) {
    case "views":
      return { views: byOwnName(sent["views"], (view) => view["name"] === write.assigneeView) };
    case "reports":
    case "actions":
      return { [area]: byOwnName(sent[area]) };
    case "process":
      return { ...sent, states: byOwnName(sent["states"]) };
    case "app-plugins": {
      const added = listOf(write.body["ids"]).map((id) => ({ id, name: "", enabled: true }));
      return { plugins: [...listOf(before["plugins"]), ...added] };
    }
    case "customize":
      return { scope: sent["scope"] ?? "ALL", ...toDevices(before, sent, write.uploads) };
    default:
      return sent;
  }
}

/** Items go by the name they have now, whatever name they were sent under. */
function byOwnName(items: Json | undefined, isAssigneeView: (item: JsonObject) => boolean = () => false): JsonObject {
  return Object.fromEntries(
    Object.entries(toItems(items)).map(([key, item]) => [
      textOf(item["name"]) || key,
      isAssigneeView(item) ? { ...item, builtinType: "ASSIGNEE" } : item,
    ]),
  );
}

function toDevices(before: JsonObject, sent: JsonObject, uploads: ReadonlyMap<string, string>): JsonObject {
  const known = new Map(uploads);
  for (const item of ["desktop", "mobile"].flatMap((device) =>
    ["js", "css"].flatMap((kind) => listOf(memberOf(before[device], kind))),
  )) {
    const file = memberOf(item, "file");
    known.set(textOf(memberOf(file, "fileKey")), textOf(memberOf(file, "name")));
  }
  const named = (item: Json): Json => {
    const fileKey = textOf(memberOf(memberOf(item, "file"), "fileKey"));
    return fileKey === "" ? item : { type: "FILE", file: { fileKey, name: known.get(fileKey) ?? "" } };
  };
  return Object.fromEntries(
    ["desktop", "mobile"].map((device) => [
      device,
      Object.fromEntries(["js", "css"].map((kind) => [kind, listOf(memberOf(sent[device], kind)).map(named)])),
    ]),
  );
}

function overlayFields(areas: Bodies, { method, body }: SentWrite): Bodies {
  const before = toItems(memberOf(areas.fields, "properties"));
  if (method === "DELETE") {
    const gone = new Set(listOf(body["fields"]).map(textOf));
    const others = Object.fromEntries(Object.entries(areas).map(([area, value]) => [area, dropCodes(value, gone)]));
    return { ...others, fields: { properties: without(before, gone) } };
  }
  const sent = toItems(body["properties"]);
  const { properties, renamed } = mergeSent(before, sent);
  const others = Object.fromEntries(Object.entries(areas).map(([area, value]) => [area, renameCodes(value, renamed)]));
  return { ...others, fields: { properties } };
}

function without(
  properties: Readonly<Record<string, JsonObject>>,
  gone: ReadonlySet<string>,
): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([code]) => !gone.has(code))
      .map(([code, property]) =>
        isJsonObject(property["fields"])
          ? [code, { ...property, fields: without(toItems(property["fields"]), gone) }]
          : [code, property],
      ),
  );
}

function mergeSent(before: Readonly<Record<string, JsonObject>>, sent: Readonly<Record<string, JsonObject>>) {
  const properties: Record<string, JsonObject> = { ...before };
  const renamed = new Map<string, string>();
  for (const [key, property] of Object.entries(sent)) {
    const code = textOf(property["code"]) || key;
    const present = objectOf(before[key]);
    const inner = isJsonObject(property["fields"])
      ? mergeSent(toItems(present["fields"]), toItems(property["fields"]))
      : null;
    inner?.renamed.forEach((now, old) => renamed.set(old, now));
    if (code !== key) {
      renamed.set(key, code);
      delete properties[key];
    }
    properties[code] = {
      ...present,
      ...property,
      ...(isJsonObject(property["options"]) ? { options: byLabel(property["options"]) } : {}),
      ...(inner === null ? {} : { fields: inner.properties }),
    };
  }
  return { properties, renamed };
}

function byLabel(options: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [textOf(memberOf(option, "label")) || name, option]),
  );
}

import { PlatformError } from "../../platform-error.ts";
import { addFault, addRefusal, createPlace, placeOf, type Place } from "../../settings/fault.ts";
import { isSent, readInteger, readList, readObject, readText, readWord } from "../../settings/read-value.ts";
import { settingsText } from "../../settings/text.ts";
import type { Space, Thread } from "../../store/space-store.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { readId } from "../params.ts";
import { principalExists } from "../principal-exists.ts";
import { refuseFaults } from "../refuse-faults.ts";
import { findSpace, findVisibleSpace, isMember } from "./find-space.ts";

/** `POST space/thread.json` (members): → {id}. */
export const postThread: Operation = {
  method: "POST",
  path: "/k/v1/space/thread.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const space = requireMember(context, findVisibleSpace(context, "space"));
    const place = createPlace();
    const name = readText(placeOf(place, "name"), context.params["name"], { initial: "", required: true, max: 128 });
    refuseFaults(place);
    return { id: String(context.store.spaces.addThread({ spaceId: space.id, name, body: "" }).id) };
  },
};

/** `PUT space/thread.json` (members); what is not sent stays. */
export const putThread: Operation = {
  method: "PUT",
  path: "/k/v1/space/thread.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store } = context;
    const thread = findThread(context, readId(params, "id"));
    requireMember(context, findSpace(store, thread.spaceId));
    const place = createPlace();
    const name = readText(placeOf(place, "name"), params["name"] ?? thread.name, {
      initial: "",
      required: true,
      max: 128,
    });
    const body = readText(placeOf(place, "body"), params["body"], { initial: thread.body, max: 65_535 });
    refuseFaults(place);
    store.spaces.saveThread({ ...thread, name, body });
    return {};
  },
};

/** `POST space/thread/comment.json` (members): text or files, at most 5 files → {id}. */
export const postThreadComment: Operation = {
  method: "POST",
  path: "/k/v1/space/thread/comment.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params, store, caller, now } = context;
    const space = requireMember(context, findVisibleSpace(context, "space"));
    const thread = findThread(context, readId(params, "thread"));
    if (thread.spaceId !== space.id) {
      throw new PlatformError("GAIA_SP02", { id: thread.id });
    }
    const place = createPlace();
    const here = placeOf(place, "comment");
    const comment = readObject(here, params["comment"] ?? {}) ?? {};
    const fileKeys = readFileKeys(placeOf(here, "files"), comment["files"]);
    const text = readText(placeOf(here, "text"), comment["text"], {
      initial: "",
      required: fileKeys.length === 0,
      max: 65_535,
    });
    const mentions = readMentions(placeOf(here, "mentions"), comment["mentions"], context);
    refuseFaults(place);
    const kept = fileKeys.map((fileKey) => {
      const file = store.files.attach(fileKey, now);
      if (file === null) {
        throw new PlatformError("GAIA_BL01", { id: fileKey });
      }
      return file.fileKey;
    });
    const id = store.spaces.addComment({
      threadId: thread.id,
      text,
      mentions,
      fileKeys: kept,
      creator: caller.code,
      createdAt: now.toISOString(),
    });
    return { id: String(id) };
  },
};

function requireMember(context: OperationContext, space: Space): Space {
  if (!isMember(context.store, space, context.caller)) {
    throw new PlatformError("CB_NO02");
  }
  return space;
}

function findThread({ store }: OperationContext, id: number): Thread {
  const thread = store.spaces.findThread(id);
  if (thread === null) {
    throw new PlatformError("GAIA_SP02", { id });
  }
  return thread;
}

function readFileKeys(place: Place, raw: unknown): readonly string[] {
  return (readList(place, raw, 5) ?? []).map((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item) ?? {};
    // How wide a picture is shown; nothing here shows one, so it is checked and not kept.
    readInteger(placeOf(here, "width"), sent["width"], { initial: "250", min: 100, max: 750 });
    return readText(placeOf(here, "fileKey"), sent["fileKey"], { initial: "", required: true });
  });
}

function readMentions(
  place: Place,
  raw: unknown,
  { store }: OperationContext,
): readonly { readonly type: string; readonly code: string }[] {
  const refusalOf = { USER: "GAIA_IL26", GROUP: "GAIA_IL27", ORGANIZATION: "GAIA_IL28" } as const;
  return (readList(place, raw, 10) ?? []).flatMap((item, index) => {
    const here = placeOf(place, index);
    const sent = readObject(here, item) ?? {};
    if (!isSent(sent["type"])) {
      addFault(placeOf(here, "type"), settingsText.required);
    }
    const type = readWord(placeOf(here, "type"), sent["type"], {
      words: ["USER", "GROUP", "ORGANIZATION"],
      initial: "USER",
    });
    const code = readText(placeOf(here, "code"), sent["code"], { initial: "", required: true });
    if (code !== "" && !principalExists(store, type, code)) {
      addRefusal(placeOf(here, "code"), refusalOf[type], { code });
    }
    return [{ type, code }];
  });
}

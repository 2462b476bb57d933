import { titleOfRecord } from "../../notification/title-of-record.ts";
import { findSpaceOf, toPageRoot } from "../../page/app-place.ts";
import { listVisibleApps } from "../../permission/load-access.ts";
import { openScope } from "../../permission/open-scope.ts";
import { toReadable } from "../../permission/read-records.ts";
import type { RestRecord } from "../../record/to-rest-record.ts";
import type { WriteScope } from "../../record/write-scope.ts";
import type { AppSettings, StoredField } from "../../store/app-settings.ts";
import type { StoredRecord } from "../../store/stored-record.ts";
import { toPerson } from "../app/to-app.ts";
import { isParams } from "../params.ts";
import { isListedHere } from "../space/check-guest-space.ts";
import type { SearchContext, SearchDocument, SearchText } from "./search-document.ts";

/** Records, their comments and attachments in all apps that are there for the caller; hidden fields and records are not. */
export function* listAppDocuments(context: SearchContext): Iterable<SearchDocument> {
  const { store, caller, guestSpace = null } = context;
  for (const { id } of listVisibleApps(store, caller)) {
    const scope = openScope(context, id);
    if (isListedHere(store, { guestSpace, caller }, findSpaceOf(store, id)) && scope.access.rights.recordViewable) {
      yield* listOfApp(scope);
    }
  }
}

function* listOfApp(scope: WriteScope): Iterable<SearchDocument> {
  const { store, app, access } = scope;
  const comments = app.settings.general.enableComments ? store.comments.inApp(app.id) : [];
  for (const record of store.records.all(app.id).values()) {
    if (!access.record(record).viewable) {
      continue;
    }
    const settings = access.settingsFor(record);
    const about = describeRecord(scope, record, settings);
    const rest = toReadable(scope, record);
    const at = { place: { kind: "APP", id: app.id }, path: about.path } as const;
    const own = { createdAt: about.createdAt, creator: about.creator };
    yield {
      type: "RECORD",
      ...at,
      ...own,
      texts: listTexts(settings.fields, rest),
      describe: (matchedFields) => ({ record: { ...about.body, ...about.created, matchedFields } }),
    };
    for (const { fileKey, name } of listFiles(rest)) {
      const attachment = { attachedTo: "RECORD", fileKey, name, ...about.created };
      yield {
        type: "ATTACHMENT",
        ...at,
        ...own,
        texts: [{ text: name, field: null }],
        describe: () => ({ attachment, record: { ...about.body, ...about.created, matchedFields: [] } }),
      };
    }
    for (const { id, text, creator, createdAt } of comments.filter(({ recordId }) => recordId === record.id)) {
      const told = { commentId: String(id), createdAt, creator: toPerson(store, creator) };
      yield {
        type: "RECORD_COMMENT",
        ...at,
        path: `${about.path}&comment=${id}`,
        createdAt,
        creator,
        texts: [{ text: text.trimEnd(), field: null }],
        describe: () => ({ recordComment: { ...about.body, ...told } }),
      };
    }
  }
}

type RecordDescription = {
  readonly path: string;
  readonly createdAt: string;
  readonly creator: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly created: Readonly<Record<string, unknown>>;
};

/** Who made a record and when is told as far as those fields are open. */
function describeRecord({ store, app }: WriteScope, record: StoredRecord, settings: AppSettings): RecordDescription {
  const shows = (type: string): boolean => settings.fields.some((field) => field.type === type);
  const createdAt = shows("CREATED_TIME") ? record.createdAt : "";
  const creator = shows("CREATOR") ? record.creator : "";
  const space = findSpaceOf(store, app.id);
  return {
    path: `${toPageRoot(space, false)}/${app.id}/show#record=${record.id}`,
    createdAt,
    creator,
    body: {
      appId: String(app.id),
      appName: settings.general.name,
      recordId: String(record.id),
      recordTitle: titleOfRecord(settings, record),
      ...(space && { spaceId: String(space.id), spaceName: space.name }),
    },
    created: { createdAt, creator: creator === "" ? { code: "", name: "" } : toPerson(store, creator) },
  };
}

/** What a record says in words; the help names no types, so dates, times and people are left out (guess). */
const searched = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "LINK",
  "NUMBER",
  "CALC",
  "DROP_DOWN",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "MULTI_SELECT",
]);

function listTexts(fields: readonly StoredField[], record: RestRecord): readonly SearchText[] {
  const labels = new Map(
    fields.flatMap((field) => [field, ...(field.fields ?? [])]).map(({ code, property }) => [code, property["label"]]),
  );
  return listCells(record).flatMap(([code, type, value]) => {
    const label = labels.get(code);
    const field = { code, label: typeof label === "string" ? label : code };
    const texts = Array.isArray(value) ? value : [value];
    return searched.has(type)
      ? texts.flatMap((text: unknown) =>
          typeof text === "string" && text !== ""
            ? [{ text: type === "RICH_TEXT" ? withoutTags(text) : text, field }]
            : [],
        )
      : [];
  });
}

type Cell = readonly [code: string, type: string, value: unknown];

/** Every value of a record, those in the rows of its tables too. */
function listCells(record: RestRecord): readonly Cell[] {
  return Object.entries(record).flatMap(([code, { type, value }]): readonly Cell[] =>
    type === "SUBTABLE" && Array.isArray(value)
      ? value.flatMap((row: unknown) => (isParams(row) && isParams(row["value"]) ? listRow(row["value"]) : []))
      : [[code, type, value]],
  );
}

function listRow(row: Readonly<Record<string, unknown>>): readonly Cell[] {
  return Object.entries(row).flatMap(([code, cell]): readonly Cell[] =>
    isParams(cell) && typeof cell["type"] === "string" ? [[code, cell["type"], cell["value"]]] : [],
  );
}

function withoutTags(markup: string): string {
  return markup.replaceAll(/<[^>]*>/gu, " ");
}

function listFiles(record: RestRecord): readonly { readonly fileKey: string; readonly name: string }[] {
  return listCells(record).flatMap(([, type, value]) =>
    type === "FILE" && Array.isArray(value)
      ? value.flatMap((file: unknown) =>
          isParams(file) && typeof file["fileKey"] === "string" && typeof file["name"] === "string"
            ? [{ fileKey: file["fileKey"], name: file["name"] }]
            : [],
        )
      : [],
  );
}

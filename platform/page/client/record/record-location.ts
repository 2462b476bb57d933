/** Where the list was that one came from: `l.view`, `l.q` with condition and order, `l.sort` where only the order was chosen. */
export type ListPlace = {
  readonly listView: string | null;
  readonly listQuery: string | null;
  readonly listSort: string | null;
};

/** What the hash of `/k/{app}/show` says. */
export type RecordHash = ListPlace & { readonly record: number | null; readonly edit: boolean };

/** Reads `#record=5&mode=edit&l.view=20&l.q=…`. */
export function parseRecordHash(hash: string): RecordHash {
  const params = new URLSearchParams(hash.replace(/^#/u, ""));
  return {
    record: toId(params.get("record")),
    edit: params.get("mode") === "edit",
    ...toListPlace(params),
  };
}

/** The list that a record's page on a phone came from. */
export function parseListPlace(search: string): ListPlace {
  return toListPlace(new URLSearchParams(search));
}

function toListPlace(params: URLSearchParams): ListPlace {
  return { listView: params.get("l.view"), listQuery: params.get("l.q"), listSort: params.get("l.sort") };
}

/** The hash with the editor opened or closed, or on another record; whatever else is in it stays. */
export function formatRecordHash(hash: string, next: { readonly edit: boolean; readonly record?: number }): string {
  const params = new URLSearchParams(hash.replace(/^#/u, ""));
  params.delete("mode");
  if (next.record !== undefined) {
    params.set("record", String(next.record));
  }
  if (next.edit) {
    params.set("mode", "edit");
  }
  return `#${params.toString()}`;
}

/** The id in `?record=5`. */
export function parseRecordQuery(search: string): number | null {
  return toId(new URLSearchParams(search).get("record"));
}

/** The list that a record page goes back to, as it was. */
export function listAddress(base: string, hash: ListPlace): string {
  const params = new URLSearchParams();
  if (hash.listView !== null) {
    params.set("view", hash.listView);
  }
  if (hash.listQuery !== null) {
    params.set("q", hash.listQuery);
  }
  if (hash.listSort !== null) {
    params.set("sort", hash.listSort);
  }
  const search = params.toString();
  return search === "" ? base : `${base}?${search}`;
}

function toId(text: string | null): number | null {
  const id = Number(text ?? "");
  return Number.isSafeInteger(id) && id > 0 ? id : null;
}

/** A call that may lead to what is hidden. */
export type Door = {
  readonly name: string;
  readonly path: string;
  readonly method?: string;
  readonly body?: object;
  /** What is asked for does not differ for 課長 either, or not in every answer. */
  readonly alike?: true;
};

const list = (query: string, more = ""): string =>
  `/k/v1/records.json?app={app}&totalCount=true${more}&query=${encodeURIComponent(query)}`;
const search = (keywords: readonly string[], operator = "AND", more: object = {}): object => ({
  query: [{ operator, keywords }],
  scopes: [{ scope: "APP", ids: ["{app}", "{closed}"] }],
  ...more,
});

export const doors: readonly Door[] = [
  { name: "a record with hidden values", path: "/k/v1/record.json?app={app}&id=1" },
  { name: "all records and their number", path: list("") },
  { name: "some fields, hidden ones among them", path: list("", "&fields[0]=給与&fields[1]=個人&fields[2]=名") },
  { name: "a condition on a hidden field", path: list("給与 > 150") },
  { name: "a condition on a hidden field beside an open one", path: list('名 like "職員" or 給与 > 150') },
  { name: "a condition on a hidden column of a table", path: list("原価 > 5") },
  { name: "a condition on a hidden attachment", path: list('添付 like "赤"'), alike: true },
  { name: "an order by a hidden field", path: list("order by 給与 asc") },
  { name: "an order by a hidden field after an open one", path: list("order by 区分 asc, 給与 desc") },
  { name: "a condition on what is hidden in these records", path: list('個人 = "秘甲0"') },
  { name: "the opposite of a condition on what is hidden in these records", path: list('個人 != "秘甲0"') },
  { name: "part of what is hidden in these records", path: list('個人 like "秘甲"') },
  { name: "not part of what is hidden in these records", path: list('個人 not like "秘甲0"') },
  { name: "an order by what is hidden in these records", path: list("order by 個人 desc") },
  { name: "a condition on who changed a record", path: list('更新者 in ("kachou")'), alike: true },
  { name: "hidden records by their name", path: list('名 in ("朱雀")') },
  { name: "all but a hidden record", path: list('名 not in ("朱雀")') },
  { name: "a page behind the open records", path: list("order by $id asc limit 10 offset 3") },
  { name: "hidden records by what they are", path: list('区分 in ("秘")') },
  { name: "a hidden record by its id", path: "/k/v1/record.json?app={app}&id=4" },
  { name: "the comments of a hidden record", path: "/k/v1/record/comments.json?app={app}&record=4" },
  { name: "the comments of an open record", path: "/k/v1/record/comments.json?app={app}&record=1", alike: true },
  {
    name: "what one may do with records",
    path: "/k/v1/records/acl/evaluate.json?app={app}&ids[0]=1&ids[1]=4",
    alike: true,
  },
  { name: "the history of a record", path: "/k/platform/record/history.json?app={app}&id=1" },
  { name: "the history of a hidden record", path: "/k/platform/record/history.json?app={app}&id=4", alike: true },
  { name: "the neighbours of a record", path: "/k/platform/record/neighbours.json?app={app}&id=3" },
  {
    name: "the neighbours in an order by what is hidden",
    path: `/k/platform/record/neighbours.json?app={app}&id=3&query=${encodeURIComponent("order by 給与 asc")}`,
  },
  {
    name: "the neighbours in an order by what is hidden in these records",
    path: `/k/platform/record/neighbours.json?app={app}&id=3&query=${encodeURIComponent("order by 個人 asc")}`,
  },
  { name: "the totals of a hidden column", path: "/k/platform/list/totals.json?app={app}&fields[0]=給与" },
  { name: "the form", path: "/k/v1/app/form/fields.json?app={app}", alike: true },
  { name: "the graphs' settings", path: "/k/v1/app/reports.json?app={app}", alike: true },
  { name: "a closed app", path: "/k/v1/app.json?id={closed}" },
  { name: "the form of a closed app", path: "/k/v1/app/form/fields.json?app={closed}" },
  { name: "the list of apps by id", path: "/k/v1/apps.json?ids[0]={app}&ids[1]={closed}" },
  { name: "the list of apps by name", path: `/k/v1/apps.json?name=${encodeURIComponent("丹波")}` },
  { name: "the apps of a space", path: "/k/v1/space.json?id={space}" },
  { name: "the records of a closed app", path: "/k/v1/records.json?app={closed}&totalCount=true" },
  { name: "a record of a closed app", path: "/k/v1/record.json?app={closed}&id=1" },
  { name: "the numbers of apps", path: "/k/v1/apps/statistics.json", alike: true },
  { name: "the search for a hidden value", method: "POST", path: "/k/v1/search.json", body: search(["300"]) },
  {
    name: "the search for a value of these records",
    method: "POST",
    path: "/k/v1/search.json",
    body: search(["秘甲0"]),
  },
  {
    name: "the search for records without a hidden value",
    method: "POST",
    path: "/k/v1/search.json",
    body: {
      ...search([]),
      query: [
        { operator: "AND", keywords: ["職員"] },
        { operator: "NOT", keywords: ["秘甲0"] },
      ],
    },
  },
  {
    name: "the search for hidden records",
    method: "POST",
    path: "/k/v1/search.json",
    body: search(["朱雀", "玄武"], "OR"),
  },
  { name: "the search for a closed app's records", method: "POST", path: "/k/v1/search.json", body: search(["丹波"]) },
  { name: "the search for a hidden file", method: "POST", path: "/k/v1/search.json", body: search(["赤.txt"]) },
  { name: "the search for a hidden comment", method: "POST", path: "/k/v1/search.json", body: search(["秘甲"]) },
  { name: "a cursor over all records", method: "POST", path: "/k/v1/records/cursor.json", body: { app: "{app}" } },
  {
    name: "a cursor over a condition on a hidden field",
    method: "POST",
    path: "/k/v1/records/cursor.json",
    body: { app: "{app}", query: "給与 > 240" },
    alike: true,
  },
  {
    name: "a lookup that copies a hidden field",
    method: "POST",
    path: "/k/v1/record.json",
    body: { app: "{other}", record: { 鍵: { value: "職員2" } } },
    alike: true,
  },
  {
    name: "a lookup that copies what is hidden in this record",
    method: "POST",
    path: "/k/v1/record.json",
    body: { app: "{other}", record: { 名の鍵: { value: "職員2" } } },
    alike: true,
  },
  {
    name: "a lookup of a hidden record",
    method: "POST",
    path: "/k/v1/record.json",
    body: { app: "{other}", record: { 鍵だけ: { value: "朱雀" } } },
  },
  {
    name: "the records that a related-records field lists, by a condition on what they hide",
    path: list('名 = "職員2" and (給与 > 150) order by $id desc limit 5'),
  },
  {
    name: "an empty change of a record with hidden values",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", id: 2, record: {} },
    alike: true,
  },
  {
    name: "a change by a hidden key",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", updateKey: { field: "番号", value: "秘甲1" }, record: {} },
  },
  {
    name: "a change of a hidden record by an open key",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", updateKey: { field: "名", value: "朱雀" }, record: {} },
  },
  {
    name: "a change of a hidden record with a revision that is not its own",
    method: "PUT",
    path: "/k/v1/record.json",
    body: { app: "{app}", id: 4, revision: 77, record: {} },
    alike: true,
  },
];

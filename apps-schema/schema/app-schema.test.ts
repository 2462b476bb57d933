import { describe, expectTypeOf, it } from "vitest";
import { suiteApps } from "../suite.ts";
import { defineApp } from "./app-schema.ts";
import { defineSuite } from "./define-suite.ts";
import { row, table } from "./layout.ts";
import { lookup, referenceTable, source } from "./relation-fields.ts";
import { key, text } from "./value-fields.ts";
import { listView } from "./view.ts";

const base = {
  key: "dept",
  name: "組織",
  description: "",
  theme: "WHITE",
  icon: "APP1",
  keyField: "code",
  titleField: "code",
  layout: [],
  views: [],
  permissions: { jimukyoku: ["view", "edit"], tantou: ["view"], kachou: [], koukai: [], iin: [], etsuran: [] },
  plugins: [],
} as const;
const fields = { code: key("コード"), name: text("名前") };

// What matters here is what the compiler refuses: each directive fails the type check once its line is accepted.
describe("defineApp", () => {
  it("refuses a layout, a list or a key that names an unknown field, and rights or roles that there are not", () => {
    // @ts-expect-error "nam" is not a field
    defineApp({ ...base, fields, layout: [row("code", "nam")] });
    // @ts-expect-error "name" is not a table
    defineApp({ ...base, fields, layout: [table("name")] });
    // @ts-expect-error "nam" is not a field
    defineApp({ ...base, fields, views: [listView("一覧", { columns: ["nam"], sort: [] })] });
    // @ts-expect-error "nam" is not a field
    defineApp({ ...base, fields, views: [listView("一覧", { columns: [], sort: [["nam", "asc"]] })] });
    // @ts-expect-error "nam" is not a field
    defineApp({ ...base, fields, keyField: "nam" });
    // @ts-expect-error "editt" is no right
    defineApp({ ...base, fields, permissions: { ...base.permissions, tantou: ["view", "editt"] } });
    // @ts-expect-error every role is named, also one that may do nothing
    defineApp({ ...base, fields, permissions: { jimukyoku: ["view"] } });
    expectTypeOf(defineApp({ ...base, fields, layout: [row("code", "name")] }).key).toEqualTypeOf<"dept">();
  });

  it("refuses a lookup whose codes exist in neither app", () => {
    const dept = source<typeof suiteApps.dept>("dept", "dept_code");
    // @ts-expect-error the app has no "dept_cod"
    source<typeof suiteApps.dept>("dept", "dept_cod");
    // @ts-expect-error the source app has no "dept_nam"
    lookup("課", { from: dept, copies: { name: "dept_nam" }, picker: [] });
    // @ts-expect-error the source app has no "dept_nam"
    lookup("課", { from: dept, copies: {}, picker: ["dept_nam"] });
    const by = lookup("課", { from: dept, copies: { nam: "dept_name" }, picker: [] });
    // @ts-expect-error this app has no "nam" to copy into
    defineApp({ ...base, fields: { ...fields, by } });
    const good = lookup("課", { from: dept, copies: { name: "dept_name" }, picker: ["dept_code"] });
    expectTypeOf(defineApp({ ...base, fields: { ...fields, good } }).fields).toHaveProperty("good");
  });

  it("refuses a related record list that starts from an unknown field", () => {
    const reference = { app: "kpi", field: "cod", relatedField: "kpi_id", columns: [], sort: "", size: 5 } as const;
    // @ts-expect-error this app has no "cod"
    defineApp({ ...base, fields: { ...fields, related: referenceTable("指標", reference) } });
    const related = referenceTable("指標", { ...reference, field: "code" });
    expectTypeOf(defineApp({ ...base, fields: { ...fields, related } }).fields).toHaveProperty("related");
  });
});

describe("defineSuite", () => {
  it("keeps the type of every app", () => {
    expectTypeOf(suiteApps.action.fields.group_kind.options[0]).toEqualTypeOf<"重点" | "強化" | "追加" | undefined>();
  });

  it("refuses a related record list that names a field the other app does not have", () => {
    const reference = {
      app: "kpi",
      field: "code",
      relatedField: "kpi_id",
      columns: ["nam"],
      sort: "",
      size: 5,
    } as const;
    const dept = defineApp({ ...base, fields: { ...fields, related: referenceTable("指標", reference) } });
    // @ts-expect-error kpi has no "nam"
    expectTypeOf(defineSuite({ ...suiteApps, dept })).toHaveProperty("dept");
  });
});

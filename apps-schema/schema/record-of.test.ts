import { describe, expectTypeOf, it } from "vitest";
import type { action } from "../apps/action.ts";
import type { kpi } from "../apps/kpi.ts";
import type { Attachment, Entity, RecordOf } from "./record-of.ts";
import type { kpiValue } from "../apps/kpi-value.ts";

type Action = RecordOf<typeof action>;

describe("RecordOf", () => {
  it("gives text, numbers, days and lookups as strings", () => {
    expectTypeOf<Action["action_name"]>().toEqualTypeOf<string>();
    expectTypeOf<Action["hours_before"]>().toEqualTypeOf<string>();
    expectTypeOf<Action["sub_item_id"]>().toEqualTypeOf<string>();
    expectTypeOf<RecordOf<typeof kpi>["base_on"]>().toEqualTypeOf<string>();
  });

  it("gives a choice as one of its options or empty, several choices as a list", () => {
    expectTypeOf<Action["group_kind"]>().toEqualTypeOf<"重点" | "強化" | "追加" | "">();
    expectTypeOf<Action["means_kind"]>().toEqualTypeOf<("デジタル化" | "改善" | "改革")[]>();
    expectTypeOf<Action["issue_ids"][number]>().toEqualTypeOf<"P1" | "P2" | "P3" | "P4" | "C1" | "C2" | "C3" | "C4">();
  });

  it("gives people and files as lists", () => {
    expectTypeOf<Action["owner"]>().toEqualTypeOf<Entity[]>();
    expectTypeOf<RecordOf<typeof kpiValue>["evidence_file"]>().toEqualTypeOf<Attachment[]>();
  });

  it("gives a table as rows with an id that is null until stored", () => {
    type Phase = Action["phases"][number];
    expectTypeOf<Phase["id"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Phase["ph_state"]>().toEqualTypeOf<"予定" | "実施中" | "済" | "変更" | "中止" | "">();
    expectTypeOf<Phase["ph_from"]>().toEqualTypeOf<string>();
  });

  it("has the record's own id, revision and status only when kintone gave them", () => {
    expectTypeOf<Action["$id"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Action["status"]>().toEqualTypeOf<string | undefined>();
  });

  it("leaves out related record lists, which hold no value", () => {
    expectTypeOf<RecordOf<typeof kpi>>().not.toHaveProperty("values");
  });
});

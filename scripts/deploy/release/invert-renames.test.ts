import { describe, expect, it } from "vitest";
import { dept } from "../../../apps-schema/apps/dept.ts";
import { invertRenames } from "./invert-renames.ts";

const { dept_name: name, ...others } = dept.fields;
const newer = { ...dept, fields: { ...others, section_name: { ...name, renamedFrom: "dept_name" } } };

describe("invertRenames", () => {
  it("lets a way back over a rename rename again, so that the values stay", () => {
    const [back] = invertRenames([dept], [newer]);
    expect(back?.fields["dept_name"]).toMatchObject({ label: name.label, renamedFrom: "section_name" });
    expect(Object.keys(back?.fields ?? {})).toEqual(Object.keys(dept.fields));
  });

  it("leaves alone what was not renamed", () => {
    expect(invertRenames([dept], [dept])).toEqual([dept]);
    expect(invertRenames([dept], [])).toEqual([dept]);
  });
});

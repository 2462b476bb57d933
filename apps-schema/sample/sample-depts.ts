import type { dept } from "../apps/dept.ts";
import type { RecordOf } from "../schema/record-of.ts";

const sampleDeptLetters = ["A", "B", "C", "D", "E"] as const;

/** Gives five sections that no town has. */
export function sampleDepts(): Partial<RecordOf<typeof dept>>[] {
  return sampleDeptLetters.map((letter) => ({
    dept_code: toSampleDeptCode(letter),
    dept_name: `見本課${letter}`,
    valid_from: "2024-04-01",
    contact_public: "（見本）電話番号はありません",
  }));
}

export function toSampleDeptCode(letter: string): string {
  return `MIHON-${letter}`;
}

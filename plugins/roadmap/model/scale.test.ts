import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FiscalYear, parseFiscalYear } from "../../../domain/fiscal-year.ts";
import { buildBands } from "./bands.ts";
import { createScale, dayToX, xToDay } from "./scale.ts";

function year(value: number): FiscalYear {
  const parsed = parseFiscalYear(value);
  if (parsed === null) {
    throw new RangeError(`${value}`);
  }
  return parsed;
}

const scales = fc
  .tuple(
    fc.integer({ min: 1950, max: 2090 }),
    fc.integer({ min: 0, max: 14 }),
    fc.double({ min: 0.2, max: 12, noNaN: true }),
  )
  .map(([from, years, pxPerDay]) => createScale(year(from), year(from + years), pxPerDay));

describe("the scale", () => {
  it("gives each day's left edge back as that day", () => {
    fc.assert(
      fc.property(scales, fc.integer({ min: -4000, max: 8000 }), (scale, offset) => {
        const day = scale.firstDay + offset;
        expect(xToDay(scale, dayToX(scale, day))).toBe(day);
      }),
    );
  });

  it("keeps a pixel inside the day that it names", () => {
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 5000, noNaN: true }), (scale, x) => {
        const day = xToDay(scale, x);
        expect(dayToX(scale, day)).toBeLessThanOrEqual(x + 1e-3);
        expect(dayToX(scale, day + 1)).toBeGreaterThan(x - 1e-3);
      }),
    );
  });

  it("reaches from 1 April to 31 March", () => {
    const scale = createScale(year(2026), year(2026), 2);
    expect([scale.endDay - scale.firstDay, scale.width]).toEqual([365, 730]);
  });
});

describe("the bands", () => {
  it("cover the scale without a gap or an overlap, in each row", () => {
    fc.assert(
      fc.property(scales, (scale) => {
        for (const row of Object.values(buildBands(scale, "ja"))) {
          expect(row[0]).toMatchObject({ from: scale.firstDay, x: 0 });
          expect(row.at(-1)?.to).toBe(scale.endDay);
          for (const [index, band] of row.slice(1).entries()) {
            expect(band.from).toBe(row[index]?.to);
            expect(band.x).toBe((row[index]?.x ?? 0) + (row[index]?.width ?? 0));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("name fiscal years by era and calendar year, quarters from April", () => {
    const { years, quarters, months } = buildBands(createScale(year(2026), year(2027), 4), "ja");
    expect(years.map(({ label }) => label)).toEqual(["令和8年度(2026)", "令和9年度(2027)"]);
    expect(quarters[0]?.label).toBe("第1四半期(4〜6月)");
    expect(quarters[3]?.label).toBe("第4四半期(1〜3月)");
    expect(months.slice(8, 11).map(({ label }) => label)).toEqual(["12月", "1月", "2月"]);
  });

  it("speak English to whoever does not read Japanese", () => {
    const { years, quarters, months } = buildBands(createScale(year(2026), year(2027), 4), "en");
    expect(years.map(({ label }) => label)).toEqual(["FY2026", "FY2027"]);
    expect(quarters[0]?.label).toBe("Q1 (Apr–Jun)");
    expect(quarters[3]?.label).toBe("Q4 (Jan–Mar)");
    expect(months.slice(8, 11).map(({ label }) => label)).toEqual(["Dec", "Jan", "Feb"]);
  });

  it("shorten the names of a whole row together", () => {
    const { quarters } = buildBands(createScale(year(2026), year(2026), 1.3), "ja");
    expect(quarters.map(({ label }) => label)).toEqual(["第1四半期", "第2四半期", "第3四半期", "第4四半期"]);
  });
});

import { type FiscalYear, formatFiscalYear } from "../../../domain/fiscal-year.ts";
import type { Language } from "../../../domain/message.ts";

/** "令和8年度(2026)" for Japanese readers, "FY2026" for others. */
export function formatYear(year: FiscalYear, language: Language): string {
  return language === "ja" ? formatFiscalYear(year) : `FY${year}`;
}

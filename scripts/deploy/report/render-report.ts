import { renderJunit } from "./render-junit.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderText } from "./render-text.ts";
import type { AppNames, Report } from "./report.ts";

export const reportFormats = ["text", "json", "md", "junit"] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** The report for a person (text), a program (json: the whole value), a review (md) or a build server (junit). */
export function renderReport(report: Report, format: ReportFormat, names: AppNames): string {
  switch (format) {
    case "text":
      return renderText(report, names);
    case "md":
      return renderMarkdown(report, names);
    case "junit":
      return renderJunit(report, names);
    case "json":
      break;
  }
  return JSON.stringify(report, null, 2);
}

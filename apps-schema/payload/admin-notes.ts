import type { AppSchema } from "../schema/app-schema.ts";
import { guideLabel } from "../schema/layout.ts";

export type AdminNotesPayload = { readonly content: string; readonly includeInTemplateAndDuplicates: true };

/** Builds the body of the administrators' notes API (管理者用メモ), which is HTML; null where there is nothing to say. */
export function buildAdminNotes(schema: AppSchema): AdminNotesPayload | null {
  if (schema.notes !== undefined) {
    return { content: schema.notes, includeInTemplateAndDuplicates: true };
  }
  const parts = [...describeProcess(schema), ...describeReports(schema)];
  return parts.length === 0 ? null : { content: parts.join(""), includeInTemplateAndDuplicates: true };
}

/**
 * kintone has a text for assignees at each status since November 2026; the name of its key in the REST API stood in no
 * published reference that we found, so an administrator copies the sentences from here by hand.
 */
function describeProcess({ process }: AppSchema): readonly string[] {
  if (process === undefined) {
    return [];
  }
  const items = process.states.map(({ name, todo }) => `<li><b>${escapeHtml(name)}</b>：${escapeHtml(todo)}</li>`);
  return [
    "<p><b>プロセス管理の「作業者向けの説明」</b></p>",
    `<p>次の文を、設定画面の「プロセス管理」で、それぞれのステータスの「作業者向けの説明」に写してください。写さなくても、同じ文はレコードの「${guideLabel}」にあります。</p>`,
    `<ul>${items.join("")}</ul>`,
  ];
}

function describeReports({ reports = [] }: AppSchema): readonly string[] {
  if (reports.length === 0) {
    return [];
  }
  const items = reports.map(({ name, answers }) => `<li><b>${escapeHtml(name)}</b>：${escapeHtml(answers)}</li>`);
  return ["<p><b>グラフ</b></p>", `<ul>${items.join("")}</ul>`];
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

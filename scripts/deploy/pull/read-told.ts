/** What notes that were written from declarations say of each state and graph, by its name (see apps-schema/payload/admin-notes.ts). */
export function readTold(notes: string): ReadonlyMap<string, string> {
  const items = notes.matchAll(/<li>\s*<b>([^<]*)<\/b>：([^<]*)<\/li>/gu);
  return new Map([...items].map((match) => [unescape(match[1] ?? ""), unescape(match[2] ?? "")]));
}

function unescape(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

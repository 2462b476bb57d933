import { fieldLabel } from "../field/field-settings.ts";
import type { LayoutItem, LayoutNode } from "./layout.ts";

/**
 * Gives a field the sentence that a label in a row of its own says about it (「項目名：説明」 below the field's row).
 * kintone has no help text, so forms write it this way; below a row of several fields it would stand nearer to a neighbour.
 */
export function attachHelp(nodes: readonly LayoutNode[]): LayoutNode[] {
  return nodes.reduce<LayoutNode[]>((kept, node) => {
    const above = kept.at(-1);
    const text = readSentence(node);
    const helped = above?.kind === "row" && text !== null ? addHelp(above.items, text) : null;
    return above?.kind === "row" && helped !== null
      ? [...kept.slice(0, -1), { ...above, items: helped }]
      : [...kept, node];
  }, []);
}

/** The text of a row that holds one label and nothing else; markup or an element id mean more than a sentence. */
function readSentence(node: LayoutNode): string | null {
  const [item, ...others] = node.kind === "row" ? node.items : [];
  if (item?.kind !== "label" || others.length > 0 || item.elementId !== "" || item.markup.includes("<")) {
    return null;
  }
  return item.markup.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function addHelp(items: readonly LayoutItem[], text: string): LayoutItem[] | null {
  const isMeant = (item: LayoutItem): boolean =>
    item.kind === "field" && text.startsWith(`${fieldLabel(item.field)}：`);
  const meant = items.findLast(isMeant);
  if (meant?.kind !== "field") {
    return null;
  }
  const sentence = text.slice(fieldLabel(meant.field).length + 1);
  const help = meant.help === undefined ? sentence : `${meant.help}\n${sentence}`;
  return items.map((item) => (item === meant ? { ...meant, help } : item));
}

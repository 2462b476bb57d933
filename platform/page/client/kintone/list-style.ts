import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { toParams, toText } from "./arguments.ts";
import { setStyleSheet } from "./display-state.ts";
import { checkPage } from "./page-kind.ts";
import { isMobile, pageState } from "./page-state.ts";
import { type FieldStyleSettings, mergeStyle, toDeclarations } from "./read-style.ts";
import { refuse } from "./refuse.ts";

type Cell = { readonly columnType: "FIELD" | "ACTION"; readonly column: string; readonly style: FieldStyleSettings };
type Cells = ReadonlyMap<string, Cell>;

let header: Cells = new Map();
let body: ReadonlyMap<string, Cells> = new Map();

/** `setRecordListStyle` and `getRecordListStyle` (2026-04): the looks of the list's cells, by record and field code. */
export function createListStyleFunctions(side: "desktop" | "mobile") {
  const path = side === "mobile" ? "kintone.mobile.app" : "kintone.app";
  const check = (name: string): void => {
    checkPage(name, ["list"]);
    if (isMobile() !== (side === "mobile")) {
      throw refuse(name, kintoneMessages.otherSide);
    }
  };
  return {
    setRecordListStyle: async (config: unknown): Promise<void> => {
      check(`${path}.setRecordListStyle`);
      const given = toParams(config);
      if (config === "DEFAULT" || given["header"] === "DEFAULT") {
        header = new Map();
      }
      if (config === "DEFAULT" || given["body"] === "DEFAULT") {
        body = new Map();
      }
      header = mergeCells(header, given["header"]);
      for (const row of Array.isArray(given["body"]) ? given["body"] : []) {
        const { recordId, style } = toParams(row);
        const id = toText(recordId);
        body = new Map([...body, [id, style === "DEFAULT" ? new Map() : mergeCells(body.get(id) ?? new Map(), style)]]);
      }
      setStyleSheet("kp-list-style", toCss());
    },
    getRecordListStyle: async () => {
      check(`${path}.getRecordListStyle`);
      return {
        header: [...header.values()].map(toAnswer),
        body: [...body].map(([recordId, cells]) => ({ recordId, style: [...cells.values()].map(toAnswer) })),
      };
    },
  };
}

function mergeCells(before: Cells, given: unknown): Cells {
  const cells = new Map(before);
  for (const entry of Array.isArray(given) ? given : []) {
    const { columnType, column, ...style } = toParams(entry);
    const type = columnType === "ACTION" ? "ACTION" : "FIELD";
    const key = `${type} ${toText(column)}`;
    cells.set(key, { columnType: type, column: toText(column), style: mergeStyle(cells.get(key)?.style, style) });
  }
  return cells;
}

function toAnswer({ columnType, column, style }: Cell): Record<string, unknown> {
  return { columnType, column, ...structuredClone(style) };
}

function toCss(): string {
  const rules = [...header.values()].map((cell) => toRule("[data-kp-list-head]", "label", cell));
  for (const [record, cells] of body) {
    const row = `[data-kp-record="${record.replaceAll(/\D/gu, "")}"]`;
    rules.push(...[...cells.values()].map((cell) => toRule(row, "value", cell)));
  }
  return rules.join("\n");
}

function toRule(row: string, prefix: string, { columnType, column, style }: Cell): string {
  const field = pageState.bootstrap?.app?.settings.fields.find(({ code }) => code === column);
  const cell = columnType === "ACTION" ? ".kp-list-row-actions" : field === undefined ? null : `.${prefix}-${field.id}`;
  if (cell === null) {
    return "";
  }
  const { content, background } = style;
  return [
    background === undefined ? "" : `${row} ${cell}{${toDeclarations(background)}}`,
    content === undefined ? "" : `${row} ${cell},${row} ${cell} > *{${toDeclarations(content)}}`,
  ].join("");
}

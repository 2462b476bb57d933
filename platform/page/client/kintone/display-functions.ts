import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { toParams, toText } from "./arguments.ts";
import { setPartState, type Visibility } from "./display-state.ts";
import { isMobile, pageState } from "./page-state.ts";
import { listParts, readPart } from "./read-part.ts";
import { refuse } from "./refuse.ts";

type AsyncFunction = (...given: readonly unknown[]) => Promise<unknown>;

/** The pairs `show…` and `get…DisplayState` of one of kintone's namespaces (fact sheet §4.2). */
export type DisplayNames = {
  readonly side: "desktop" | "mobile";
  /** `kintone.app.record` and the like, for refusals. */
  readonly path: string;
  /** One element each: `AddRecordButton`. */
  readonly parts: readonly string[];
  /** The choices of a selector, by id: `ViewSelectorItems`. */
  readonly items: readonly string[];
  /** Buttons by the name of the action. */
  readonly named: readonly ("ActionButton" | "StatusActionButton")[];
};

/**
 * What a function of the namespace may do is the same for each: keep the state, and hide what carries the part's name; tell what
 * the reader sees of it.
 */
export function createDisplayFunctions(names: DisplayNames): Record<string, AsyncFunction> {
  const check = (name: string): string => {
    const full = `${names.path}.${name}`;
    if (isMobile() !== (names.side === "mobile")) {
      throw refuse(full, kintoneMessages.otherSide);
    }
    return full;
  };
  const pairs = (base: string, show: AsyncFunction, read: AsyncFunction): [string, AsyncFunction][] => [
    [`show${base}`, show],
    [`get${base}DisplayState`, read],
  ];
  return Object.fromEntries([
    ...names.parts.flatMap((base) =>
      pairs(
        base,
        async (state) => setPartState(base, readVisibility(check(`show${base}`), state)),
        async () => {
          check(`get${base}DisplayState`);
          return readPart(base, base);
        },
      ),
    ),
    ...names.named.flatMap((base) =>
      pairs(
        base,
        async (action, state) => {
          const name = check(`show${base}`);
          checkSingle(name, base, toText(action));
          setPartState(`${base}:${toText(action)}`, readVisibility(name, state));
        },
        async (action) => {
          checkSingle(check(`get${base}DisplayState`), base, toText(action));
          return readPart(base, `${base}:${toText(action)}`);
        },
      ),
    ),
    ...names.items.flatMap((base) =>
      pairs(
        base,
        async (config) => {
          const name = check(`show${base}`);
          const states = Object.entries(toParams(config)).map(
            ([id, state]) => [id, readVisibility(name, state)] as const,
          );
          for (const [id, state] of states) {
            setPartState(`${base}:${id}`, state);
          }
        },
        async () => {
          check(`get${base}DisplayState`);
          return listParts(base);
        },
      ),
    ),
  ]);
}

/** `VISIBLE` or `HIDDEN`; anything else is refused with the function's name. */
export function readVisibility(name: string, state: unknown): Visibility {
  if (state !== "VISIBLE" && state !== "HIDDEN") {
    throw refuse(name, kintoneMessages.wrongState, { states: "VISIBLE, HIDDEN" });
  }
  return state;
}

/** Which of several actions of one name is meant, nobody can tell: kintone refuses it (documented with each of the functions). */
function checkSingle(name: string, base: "ActionButton" | "StatusActionButton", action: string): void {
  const settings = pageState.bootstrap?.app?.settings;
  const actions = base === "ActionButton" ? settings?.actions : settings?.process.actions;
  if ((actions ?? []).filter((known) => known.name === action).length > 1) {
    throw refuse(name, kintoneMessages.manyActions, { action });
  }
}

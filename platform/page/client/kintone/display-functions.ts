import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { toParams, toText } from "./arguments.ts";
import { partState, setPartState, type Visibility } from "./display-state.ts";
import { isMobile } from "./page-state.ts";
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
  /** Buttons by the name of the action: `ActionButton`. */
  readonly named: readonly string[];
};

/** What a function of the namespace may do is the same for each: keep the state, and hide what carries the part's name. */
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
          return partState(base);
        },
      ),
    ),
    ...names.named.flatMap((base) =>
      pairs(
        base,
        async (action, state) => setPartState(`${base}:${toText(action)}`, readVisibility(check(`show${base}`), state)),
        async (action) => {
          check(`get${base}DisplayState`);
          return partState(`${base}:${toText(action)}`);
        },
      ),
    ),
    ...names.items.flatMap((base) => {
      const known = new Set<string>();
      return pairs(
        base,
        async (config) => {
          const name = check(`show${base}`);
          const states = Object.entries(toParams(config)).map(
            ([id, state]) => [id, readVisibility(name, state)] as const,
          );
          for (const [id, state] of states) {
            known.add(id);
            setPartState(`${base}:${id}`, state);
          }
        },
        async () => {
          check(`get${base}DisplayState`);
          const shown = document.querySelectorAll<HTMLElement>(`[data-kp-part^="${base}:"]`);
          const ids = [...shown].map((element) => (element.dataset["kpPart"] ?? "").slice(base.length + 1));
          return Object.fromEntries([...new Set([...ids, ...known])].map((id) => [id, partState(`${base}:${id}`)]));
        },
      );
    }),
  ]);
}

/** `VISIBLE` or `HIDDEN`; anything else is refused with the function's name. */
function readVisibility(name: string, state: unknown): Visibility {
  if (state !== "VISIBLE" && state !== "HIDDEN") {
    throw refuse(name, kintoneMessages.wrongState, { states: "VISIBLE, HIDDEN" });
  }
  return state;
}

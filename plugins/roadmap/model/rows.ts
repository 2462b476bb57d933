import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { type Filters, matchesAction, matchesSubItem, narrowsActions } from "./filters.ts";
import type { Action, GroupKind, Initiative, PlanData, SubItem } from "./plan-data.ts";

type RowBase = {
  readonly key: string;
  readonly depth: 0 | 1 | 2 | 3;
  readonly parentKey: string | null;
  /** The 事業 at or below this row, in order. */
  readonly actionIds: readonly string[];
  readonly isOpen: boolean;
  readonly hasChildren: boolean;
};

type GroupRow = RowBase & { readonly kind: "group"; readonly group: GroupKind | "" };
type InitiativeRow = RowBase & { readonly kind: "initiative"; readonly initiative: Initiative };
type SubItemRow = RowBase & { readonly kind: "subItem"; readonly subItem: SubItem };
type ActionRow = RowBase & { readonly kind: "action"; readonly actionId: string };

/** A line of the road map: 区分 → 取組 → 実施事項 → 事業. */
export type Row = GroupRow | InitiativeRow | SubItemRow | ActionRow;

export type RowOptions = {
  readonly filters: Filters;
  readonly closed: ReadonlySet<string>;
  readonly today: CalendarDate;
};

const groups: readonly (GroupKind | "")[] = ["重点", "強化", "追加", ""];

/** The lines in the order they are drawn, without those below a closed line and without those the filters leave out. */
export function buildRows(data: PlanData, { filters, closed, today }: RowOptions): Row[] {
  const rows: Row[] = [];
  const actionsBySubItem = groupBy(data.actions, (action) => action.subItemId);
  const subItemsByInitiative = groupBy(data.subItems, (subItem) => subItem.initiativeId);
  for (const group of groups) {
    const initiatives = data.initiatives.filter((initiative) => initiative.group === group).toSorted(byNo);
    const key = `g:${group}`;
    if ((filters.group !== "" && filters.group !== group) || initiatives.length === 0) {
      continue;
    }
    const isOpen = !closed.has(key);
    const below = initiatives.map((initiative) =>
      buildInitiative({
        initiative,
        parentKey: key,
        closed,
        subItems: (subItemsByInitiative.get(initiative.initiativeId) ?? []).toSorted(byNo),
        actionsOf: (subItem) =>
          (actionsBySubItem.get(subItem.subItemId) ?? []).filter((action) =>
            matchesAction(action, { initiative, subItem }, filters, today),
          ),
        keeps: (subItem) => matchesSubItem({ initiative, subItem }, filters),
        isNarrowed: narrowsActions(filters),
      }),
    );
    const shown = below.filter((part) => part.rows.length > 0);
    if (shown.length > 0) {
      const actionIds = shown.flatMap((part) => part.actionIds);
      rows.push({ kind: "group", key, depth: 0, parentKey: null, group, actionIds, isOpen, hasChildren: true });
      if (isOpen) {
        rows.push(...shown.flatMap((part) => part.rows));
      }
    }
  }
  return [...rows, ...buildUnplaced(data, { filters, closed, today })];
}

type InitiativeParts = {
  initiative: Initiative;
  parentKey: string;
  closed: ReadonlySet<string>;
  subItems: readonly SubItem[];
  actionsOf: (subItem: SubItem) => readonly Action[];
  keeps: (subItem: SubItem) => boolean;
  isNarrowed: boolean;
};

function buildInitiative(parts: InitiativeParts): { rows: Row[]; actionIds: string[] } {
  const { initiative, parentKey, closed } = parts;
  const key = `i:${initiative.initiativeId}`;
  const below = parts.subItems
    .map((subItem) => ({ subItem, actions: parts.actionsOf(subItem) }))
    .filter(({ subItem, actions }) => actions.length > 0 || parts.keeps(subItem));
  if (below.length === 0 && parts.isNarrowed) {
    return { rows: [], actionIds: [] };
  }
  const actionIds = below.flatMap(({ actions }) => actions.map(({ id }) => id));
  const isOpen = !closed.has(key);
  const line: Row = {
    kind: "initiative",
    key,
    depth: 1,
    parentKey,
    initiative,
    actionIds,
    isOpen,
    hasChildren: below.length > 0,
  };
  const rows = isOpen ? below.flatMap(({ subItem, actions }) => buildSubItem(subItem, actions, { key, closed })) : [];
  return { rows: [line, ...rows], actionIds };
}

function buildSubItem(
  subItem: SubItem,
  actions: readonly Action[],
  parent: { key: string; closed: ReadonlySet<string> },
): Row[] {
  const key = `s:${subItem.subItemId}`;
  const isOpen = !parent.closed.has(key);
  const actionIds = actions.map(({ id }) => id);
  const line: Row = {
    kind: "subItem",
    key,
    depth: 2,
    parentKey: parent.key,
    subItem,
    actionIds,
    isOpen,
    hasChildren: actions.length > 0,
  };
  return isOpen ? [line, ...actions.map((action) => toActionRow(action, key))] : [line];
}

/** 事業 whose 実施事項 is not in the plan (any more) are listed last, so that no record is out of sight. */
function buildUnplaced(data: PlanData, { filters, closed, today }: RowOptions): Row[] {
  const reached = new Set(data.initiatives.map(({ initiativeId }) => initiativeId));
  const placed = new Set(
    data.subItems.filter((subItem) => reached.has(subItem.initiativeId)).map(({ subItemId }) => subItemId),
  );
  const unplaced =
    filters.group === ""
      ? data.actions.filter(
          (action) =>
            !placed.has(action.subItemId) && matchesAction(action, { initiative: null, subItem: null }, filters, today),
        )
      : [];
  if (unplaced.length === 0) {
    return [];
  }
  const key = "g:unplaced";
  const isOpen = !closed.has(key);
  const actionIds = unplaced.map(({ id }) => id);
  const line: Row = { kind: "group", key, depth: 0, parentKey: null, group: "", actionIds, isOpen, hasChildren: true };
  return isOpen ? [line, ...unplaced.map((action) => toActionRow(action, key))] : [line];
}

function toActionRow(action: Action, parentKey: string): ActionRow {
  return {
    kind: "action",
    key: `a:${action.id}`,
    depth: 3,
    parentKey,
    actionId: action.id,
    actionIds: [action.id],
    isOpen: false,
    hasChildren: false,
  };
}

function byNo(a: { readonly no: number }, b: { readonly no: number }): number {
  return a.no - b.no;
}

/** Map.groupBy came with Chromium 117; offices keep older ones. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = grouped.get(key);
    if (list === undefined) {
      grouped.set(key, [item]);
    } else {
      list.push(item);
    }
  }
  return grouped;
}

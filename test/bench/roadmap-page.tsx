import { flushSync } from "react-dom";
import { type Root, createRoot } from "react-dom/client";
import { type CalendarDate, addDays, toCalendarDate } from "../../domain/calendar-date.ts";
import { buildPhase } from "../../domain/schedule/build-phase.ts";
import { createEditor } from "../../plugins/roadmap/data/create-editor.ts";
import { buildInitiative, buildSubItem } from "../../plugins/roadmap/model/build-plan.ts";
import type { Action, PlanData } from "../../plugins/roadmap/model/plan-data.ts";
import { type PlanStore, createPlanStore } from "../../plugins/roadmap/model/plan-store.ts";
import { Board } from "../../plugins/roadmap/view/board.tsx";
// Style sheets have no value to import.
// oxlint-disable-next-line import/no-unassigned-import
import "../../plugins/roadmap/view/desktop-view.css";
import type { RoadmapEnv } from "../../plugins/roadmap/view/roadmap-env.ts";

/** What the benchmark calls in the page. Times are milliseconds. */
export type BenchPage = {
  /** Draws so many rows and resolves to the time until they were painted. */
  readonly mount: (subject: "roadmap" | "floor", rows: number) => Promise<number>;
  /** Scrolls over the whole list in so many frames and resolves to the time of each. */
  readonly scroll: (frames: number) => Promise<number[]>;
  /** Moves a visible bar by a day and resolves to [time inside the call, time until painted]. */
  readonly setDate: () => Promise<[number, number]>;
  /** Jumps about and resolves to how many of the looked-at rows had no name one frame later. */
  readonly countBlankRows: () => Promise<number>;
  readonly unmount: () => void;
};

const today = toCalendarDate(2026, 11, 22);
const initiatives = 16;

/** A plan of so many lines in all: 3 groups, 16 initiatives, 52 items, the rest actions of four phases each. */
function buildLargePlan(rows: number): PlanData {
  const keys = Array.from({ length: initiatives }, (_, index) =>
    index < 8 ? `J${index + 1}` : index < 14 ? `K${index - 7}` : `T${index - 13}`,
  );
  const subItems = Array.from(
    { length: 52 },
    (_, index) => `${keys[index % initiatives]}-${Math.floor(index / 16) + 1}`,
  );
  return {
    version: { no: "Ver.5.0", revisedOn: null },
    initiatives: keys.map((key) => buildInitiative(key)),
    subItems: subItems.map((key) => buildSubItem(key)),
    actions: Array.from({ length: rows - 71 }, (_, index) => buildLargeAction(index, subItems[index % 52] ?? "")),
    depts: [],
    issues: [],
    missing: [],
  };
}

function buildLargeAction(index: number, subItemId: string): Action {
  let from: CalendarDate = addDays(toCalendarDate(2025, 4, 1), (index * 37) % 500);
  const phases = (["検討", "準備", "実施", "運用・効果確認"] as const).map((kind, at) => {
    const to = addDays(from, 60 + ((index * 13 + at * 29) % 200));
    const phase = buildPhase(kind, from, to, {
      id: `${index}-${at}`,
      first: { from: addDays(from, -10), to: addDays(to, -20) },
      actual: { from: at === 0 ? addDays(from, 3) : null, to: null },
    });
    from = addDays(to, 1);
    return phase;
  });
  const name = `事業${index}の名前はこのくらいの長さです`;
  const id = String(index + 1);
  return {
    id,
    revision: "1",
    actionId: id,
    name,
    subItemId,
    deptCode: "A",
    deptName: "見本課A",
    issueIds: [],
    status: "",
    phases,
  };
}

const env: RoadmapEnv = {
  app: "bench",
  today,
  levels: {},
  load: () => Promise.reject(new Error("the plan is given")),
  gate: { load: () => Promise.reject(new Error("not saved")), save: () => Promise.reject(new Error("not saved")) },
  recordUrl: (id) => `#${id}`,
  createUrl: (id) => `#${id}`,
};

let root: Root | null = null;
let store: PlanStore | null = null;
let setFloorDate: (() => void) | null = null;

const host = (): HTMLElement => {
  const element = document.querySelector<HTMLElement>("#host");
  if (element === null) {
    throw new Error("no #host");
  }
  return element;
};

const bench: BenchPage = {
  mount: async (subject, rows) => {
    const plan = buildLargePlan(rows);
    const start = performance.now();
    if (subject === "floor") {
      mountFloor(rows);
    } else {
      const created = createPlanStore(plan);
      const editor = createEditor({ store: created, ...env, language: "ja", keyDelay: 1000 });
      store = created;
      root = createRoot(host());
      const view = <Board env={env} store={created} editor={editor} />;
      flushSync(() => root?.render(view));
    }
    await painted();
    return performance.now() - start;
  },
  scroll: async (frames) => {
    const scroller = findScroller();
    const range = scroller.scrollHeight - scroller.clientHeight;
    const times: number[] = [];
    for (let frame = 1; frame <= frames; frame += 1) {
      const start = performance.now();
      scroller.scrollTop = (range * frame) / frames;
      // Each frame is measured by itself.
      await painted();
      times.push(performance.now() - start);
    }
    return times;
  },
  setDate: async () => {
    findScroller().scrollTop = 0;
    await painted();
    const start = performance.now();
    flushSync(() => (setFloorDate ?? setRoadmapDate)());
    const inside = performance.now() - start;
    await painted();
    return [inside, performance.now() - start];
  },
  countBlankRows: async () => {
    const scroller = findScroller();
    let blank = 0;
    for (let jump = 0; jump < 24; jump += 1) {
      scroller.scrollTop = ((jump * 7919) % 1000) * ((scroller.scrollHeight - scroller.clientHeight) / 1000);
      await painted();
      const box = scroller.getBoundingClientRect();
      for (let y = box.top + 200; y < box.bottom - 10; y += 60) {
        const label = document.elementFromPoint(box.left + 120, y)?.closest("[data-row]");
        blank += (label?.textContent ?? "") === "" ? 1 : 0;
      }
    }
    return blank;
  },
  unmount: () => {
    root?.unmount();
    root = null;
    store = null;
    setFloorDate = null;
    host().replaceChildren();
  },
};

/** One day more for the last phase of the first action, which is in sight after a jump to the top. */
function setRoadmapDate(): void {
  const action = store?.action("1") ?? null;
  if (action !== null) {
    const phases = action.phases.map((phase, index) =>
      index === 3 && phase.current.to !== null
        ? { ...phase, current: { ...phase.current, to: addDays(phase.current.to, 1) } }
        : phase,
    );
    store?.setAction({ ...action, phases });
  }
}

/** The least that scrolls rows of names and one bar each: what the browser itself costs. Nothing else is in it. */
function mountFloor(rows: number): void {
  const [rowHeight, height] = [36, host().clientHeight];
  const pool = Math.ceil(height / rowHeight) + 9;
  host().innerHTML = `<div style="height:${height}px;overflow:auto;contain:strict" id="floor"><div style="position:relative;height:${rows * rowHeight}px"></div></div>`;
  const scroller = findScroller();
  const body = scroller.firstElementChild;
  const slots = Array.from({ length: pool }, () => {
    const row = document.createElement("div");
    row.style.cssText = `position:absolute;left:0;right:0;height:${rowHeight}px;contain:strict`;
    row.innerHTML = '<span></span><i style="position:absolute;top:6px;height:22px;background:#0055ad"></i>';
    row.dataset["row"] = "";
    body?.append(row);
    return row;
  });
  let shown = -1;
  const draw = (): void => {
    const first = Math.max(0, Math.min(rows - pool, Math.floor(scroller.scrollTop / rowHeight) - 4));
    if (first === shown) {
      return;
    }
    for (let index = first; index < first + pool; index += 1) {
      const slot = slots[index % pool];
      if (slot !== undefined && (shown === -1 || index < shown || index >= shown + pool)) {
        slot.style.top = `${index * rowHeight}px`;
        const [name, bar] = [slot.firstElementChild, slot.lastElementChild];
        if (name instanceof HTMLElement && bar instanceof HTMLElement) {
          name.textContent = `事業${index}の名前`;
          bar.style.left = `${420 + ((index * 37) % 500)}px`;
          bar.style.width = `${60 + (index % 200)}px`;
        }
      }
    }
    shown = first;
  };
  draw();
  scroller.addEventListener("scroll", draw, { passive: true });
  setFloorDate = () => {
    const bar = slots[0]?.lastElementChild;
    if (bar instanceof HTMLElement) {
      bar.style.width = `${bar.offsetWidth + 1}px`;
    }
  };
}

function findScroller(): HTMLElement {
  const element = document.querySelector<HTMLElement>(".mdx-rm-scroller, #floor");
  if (element === null) {
    throw new Error("nothing is mounted");
  }
  return element;
}

/** The end of the frame after next: a message posted in a frame arrives after its painting. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve(), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  });
}

Object.assign(globalThis, { bench });

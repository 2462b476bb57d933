import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useText } from "../../core/ui/language.tsx";
import { Notice } from "../../core/ui/notice.tsx";
import { toEpochDay } from "../../../domain/calendar-date.ts";
import type { Editor } from "../data/create-editor.ts";
import { noFilters } from "../model/filters.ts";
import { listYears } from "../model/period.ts";
import { listPhaseLines } from "../model/phase-list.ts";
import { type PlanStore, countPlan } from "../model/plan-store.ts";
import { buildRows } from "../model/rows.ts";
import { createScale, dayToX } from "../model/scale.ts";
import { toCsv } from "../model/to-csv.ts";
import { pxPerDayOf } from "../model/zoom.ts";
import { Acts } from "./acts.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { chartSize } from "./chart-size.ts";
import { AlsoMovesDialog, ConflictDialog } from "./conflict-dialog.tsx";
import { downloadCsv } from "./download-csv.ts";
import { createDrawing } from "./drawing.ts";
import { Legend } from "./legend.tsx";
import { PlanTable } from "./plan-table.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import type { RoadmapEnv } from "./roadmap-env.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { SummaryBar } from "./summary-bar.tsx";
import { Toolbar } from "./toolbar.tsx";
import { measureScrollBar, useFrameSize } from "./use-frame-size.ts";
import { useOnline } from "./use-online.ts";
import { usePrinting } from "./use-printing.ts";
import { useSettledVersion } from "./use-store.ts";
import { useView } from "./use-view.ts";

export type BoardProps = { readonly env: RoadmapEnv; readonly store: PlanStore; readonly editor: Editor };

/** Toolbar, counts and legend, and below them the drawing or the table; dialogs and paper when they are needed. */
export function Board({ env, store, editor }: BoardProps) {
  const text = useText();
  const view = useView(store, env.today, env.app);
  const state = useSyncExternalStore(editor.subscribe, editor.getState);
  const version = useSettledVersion(store);
  const isOnline = useOnline();
  const isPrinting = usePrinting();
  const [isTable, setTable] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const size = useFrameSize(frame);
  const { width, height } = size ?? { width: 1200, height: 640 };
  const [scrollBar] = useState(measureScrollBar);
  const { period, zoom, rows } = view;
  const drawing = useMemo(() => {
    const available = width - chartSize.labelWidth - scrollBar - 2;
    const scale = createScale(period.from, period.to, pxPerDayOf(zoom, listYears(period).length, available));
    return createDrawing(store, scale, env.today);
  }, [store, period, zoom, width, scrollBar, env.today]);
  const data = store.data();
  // Counting walks all actions; it follows an edit, never a scroll.
  const counts = useMemo(() => countPlan(data, env.today), [data, env.today]);
  const shown = rows.filter((row) => row.depth === 0).reduce((sum, row) => sum + row.actionIds.length, 0);
  const heading = text(roadmapTexts.titleWithVersion, { version: data.version?.no ?? "" });
  const scrollToToday = (): void => {
    const x = dayToX(drawing.scale, toEpochDay(env.today));
    const seen = (scroller.current?.clientWidth ?? 0) - chartSize.labelWidth;
    scroller.current?.scrollTo({ left: Math.max(0, x - seen / 3) });
  };
  useEffect(scrollToToday, [drawing.scale, env.today]);
  const exportCsv = (): void => downloadCsv(`工程表_${env.today}.csv`, toCsv(listPhaseLines(data, rows, env.today)));
  return (
    <div className="mdx-rm">
      <h2 className="mdx-visually-hidden">{heading}</h2>
      <Toolbar
        data={data}
        whole={view.whole}
        period={period}
        zoom={zoom}
        filters={view.filters}
        onPeriod={view.setPeriod}
        onZoom={(next) => {
          editor.commit();
          view.setZoom(next);
        }}
        onFilters={view.setFilters}
      />
      <SummaryBar
        counts={counts}
        shown={shown}
        filters={view.filters}
        onFilters={view.setFilters}
        onOpenAll={isTable || view.closed.size === 0 ? null : () => view.setClosed(new Set())}
        onCloseAll={
          isTable
            ? null
            : () => view.setClosed(new Set(data.initiatives.map(({ initiativeId }) => `i:${initiativeId}`)))
        }
      >
        <Acts
          isTable={isTable}
          canUndo={state.canUndo}
          canRedo={state.canRedo}
          onTable={setTable}
          onToday={scrollToToday}
          onPrint={() => globalThis.print()}
          onExport={exportCsv}
          onUndo={editor.undo}
          onRedo={editor.redo}
        />
      </SummaryBar>
      {isOnline ? null : (
        <Notice tone="warning" title={text(roadmapTexts.offlineTitle)}>
          {text(roadmapTexts.offline)}
        </Notice>
      )}
      {data.missing.length === 0 ? null : (
        <Notice tone="warning" title={text(roadmapTexts.partialTitle)}>
          {text(roadmapTexts.partialText, { apps: data.missing.join("、") })}
        </Notice>
      )}
      {data.actions.length > 0 || data.subItems.length === 0 ? null : (
        <Notice tone="info" title={text(roadmapTexts.firstStepTitle)}>
          {text(env.createUrl === null ? roadmapTexts.firstStepToRead : roadmapTexts.firstStepText, {
            count: data.subItems.length,
          })}
        </Notice>
      )}
      {state.notice === null ? null : (
        <Notice
          tone={state.notice.tone}
          title={state.notice.title}
          actions={
            <button type="button" className="mdx-button" onClick={editor.dismissNotice}>
              {text(roadmapTexts.close)}
            </button>
          }
        >
          {state.notice.text}
        </Notice>
      )}
      <div ref={frame} className="mdx-rm-frame" data-version={version}>
        {size === null ? null : rows.length === 0 ? (
          <Notice
            tone="info"
            title={text(data.subItems.length === 0 ? roadmapTexts.emptyPlanTitle : roadmapTexts.nothingFoundTitle)}
            actions={
              data.subItems.length === 0 ? undefined : (
                <button type="button" className="mdx-button" onClick={() => view.setFilters(noFilters)}>
                  {text(roadmapTexts.clearFilters)}
                </button>
              )
            }
          >
            {text(data.subItems.length === 0 ? roadmapTexts.emptyPlanText : roadmapTexts.nothingFoundText)}
          </Notice>
        ) : isTable ? (
          <PlanTable lines={listPhaseLines(data, rows, env.today)} recordUrl={env.recordUrl} height={height} />
        ) : (
          <ChartFrame
            env={env}
            store={store}
            editor={editor}
            pending={state.pending}
            rows={rows}
            drawing={drawing}
            zoom={zoom}
            height={height}
            scroller={scroller}
            onToggle={view.toggle}
          />
        )}
      </div>
      {isTable ? null : <Legend />}
      <output className="mdx-visually-hidden" aria-live="assertive" key={state.spoken.count % 2}>
        {state.spoken.text}
      </output>
      {state.question === null ? null : <AlsoMovesDialog question={state.question} onAnswer={editor.answerQuestion} />}
      {state.conflict === null ? null : <ConflictDialog conflict={state.conflict} onResolve={editor.resolveConflict} />}
      {isPrinting ? (
        <PrintSheet
          rows={buildRows(data, { filters: view.filters, closed: new Set(), today: env.today })}
          drawing={drawing}
          period={period}
          heading={heading}
        />
      ) : null}
    </div>
  );
}

import { type CSSProperties, memo } from "react";
import { useLanguage } from "../../core/ui/language.tsx";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import type { PhaseKind } from "../../../domain/schedule/phase.ts";
import { describePhase } from "../model/describe-phase.ts";
import type { BarLayout } from "../model/layout-bars.ts";

const kindClasses: Readonly<Record<PhaseKind, string>> = {
  検討: "study",
  準備: "prepare",
  実施: "run",
  "運用・効果確認": "operate",
  完了: "finish",
  休止: "pause",
  "": "study",
};

export type BarProps = {
  readonly id: string;
  readonly position: number;
  readonly layout: BarLayout;
  readonly today: CalendarDate;
  readonly isActive: boolean;
  /** On paper a bar belongs to a plain table, not to a grid. */
  readonly isStatic?: boolean;
};

/**
 * One phase: the present plan as a bar, what happened as a strip along its lower edge. Words and strip are in flow: each
 * placed element would be a layer of its own to the painter, and there are hundreds on a screen.
 */
export const Bar = memo(function Bar({ id, position, layout, today, isActive, isStatic = false }: BarProps) {
  const language = useLanguage();
  const { bar, phase, text, actual, late, milestone } = layout;
  return (
    <>
      <div
        id={id}
        {...(isStatic ? {} : { role: "gridcell" })}
        aria-label={describePhase(phase, today, language)}
        className={barClass(layout, isActive)}
        style={{ left: bar.x, width: bar.width }}
        data-bar={position}
      >
        <span
          aria-hidden="true"
          className={textClass(text)}
          style={text.repeat === 1 ? { textIndent: text.indent } : { paddingInlineStart: text.indent }}
        >
          {text.place === "none" ? "" : repeatText(text.value, text.repeat)}
        </span>
        {actual === null ? null : (
          <i className="mdx-rm-actual" style={{ marginLeft: actual.x - bar.x - 1, width: actual.width }} />
        )}
      </div>
      {late === null ? null : (
        <i className={`mdx-rm-late mdx-rm-late-${late.kind}`} style={{ left: late.x, width: late.width }}>
          {late.showsWord ? "遅れ" : ""}
        </i>
      )}
      {milestone === null ? null : (
        <i
          className={milestone.isOnDark ? "mdx-rm-milestone is-on-dark" : "mdx-rm-milestone"}
          style={{ left: milestone.x }}
        >
          <b>{milestone.label}</b>
        </i>
      )}
    </>
  );
});

function textClass({ place, repeat }: BarLayout["text"]): string {
  return repeat === 1 ? `mdx-rm-text mdx-rm-text-${place}` : "mdx-rm-text mdx-rm-text-inside mdx-rm-text-repeat";
}

/** A bar that is longer than a screen says its name again and again, so that it is known wherever one looks. */
function repeatText(value: string, repeat: number) {
  return repeat === 1 ? value : Array.from({ length: repeat }, (_, index) => <em key={index} data-text={value} />);
}

/** The first plans of a row as lines below the bars: backgrounds of the row, so that they are no elements at all. */
export function plannedLines(bars: readonly BarLayout[], top: number): CSSProperties {
  const lines = bars.flatMap(({ planned }) => planned ?? []);
  return lines.length === 0
    ? {}
    : {
        backgroundImage: lines.map(() => "linear-gradient(var(--mdx-planned), var(--mdx-planned))").join(),
        backgroundPosition: lines.map(({ x }) => `${x}px ${top}px`).join(),
        backgroundSize: lines.map(({ width }) => `${width}px 3px`).join(),
      };
}

/** The class names for a phase; also used by the print sheet and the legend. */
export function barClass({ phase }: Pick<BarLayout, "phase">, isActive = false): string {
  const state = phase.state === "変更" ? " is-changed" : phase.state === "中止" ? " is-stopped" : "";
  const done = phase.state === "済" ? " is-done" : "";
  return `mdx-rm-bar mdx-rm-${kindClasses[phase.kind]}${state}${done}${isActive ? " is-active" : ""}`;
}

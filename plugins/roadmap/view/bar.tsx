import { memo } from "react";
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

/** One phase: the present plan as a bar, the first plan as a line below it, what happened as a strip in it. */
export const Bar = memo(function Bar({ id, position, layout, today, isActive, isStatic = false }: BarProps) {
  const language = useLanguage();
  const { bar, phase, text, planned, actual, late, milestone } = layout;
  return (
    <>
      {planned === null ? null : <i className="mdx-rm-planned" style={{ left: planned.x, width: planned.width }} />}
      <div
        id={id}
        {...(isStatic ? {} : { role: "gridcell" })}
        aria-label={describePhase(phase, today, language)}
        className={barClass(layout, isActive)}
        style={{ left: bar.x, width: bar.width }}
        data-bar={position}
      >
        {actual === null ? null : (
          <i className="mdx-rm-actual" style={{ left: actual.x - bar.x, width: actual.width }} />
        )}
        {text.place === "none" ? null : (
          <span aria-hidden="true" className={`mdx-rm-text mdx-rm-text-${text.place}`} style={{ left: text.indent }}>
            {repeatText(text.value, text.repeat)}
          </span>
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

/** A bar that is longer than a screen says its name again and again, so that it is known wherever one looks. */
function repeatText(value: string, repeat: number) {
  return repeat === 1 ? value : Array.from({ length: repeat }, (_, index) => <em key={index} data-text={value} />);
}

/** The class names for a phase; also used by the print sheet and the legend. */
export function barClass({ phase }: Pick<BarLayout, "phase">, isActive = false): string {
  const state = phase.state === "変更" ? " is-changed" : phase.state === "中止" ? " is-stopped" : "";
  const done = phase.state === "済" ? " is-done" : "";
  return `mdx-rm-bar mdx-rm-${kindClasses[phase.kind]}${state}${done}${isActive ? " is-active" : ""}`;
}

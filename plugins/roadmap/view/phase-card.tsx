import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useLanguage, useText } from "../../core/ui/language.tsx";
import type { Message } from "../../../domain/message.ts";
import type { DatePair, Phase } from "../../../domain/schedule/phase.ts";
import { kindOf } from "../model/describe-phase.ts";
import { formatDay, formatDayRange, formatSlashRange } from "../model/format-day.ts";
import { type GestureKind, toStep } from "../model/gesture.ts";
import type { Action } from "../model/plan-data.ts";
import type { Zoom } from "../model/zoom.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

/** Where a card stands: the box of what it explains, in pixels of the frame around the chart. */
export type Anchor = { readonly left: number; readonly top: number; readonly bottom: number };

export type CardFrameProps = {
  readonly anchor: Anchor;
  readonly label: string;
  readonly children: ReactNode;
  readonly onPointerEnter?: () => void;
  readonly onPointerLeave?: () => void;
  readonly onClose: () => void;
};

/** A card beside what it explains; below it where there is room, else above. It can be entered with the pointer. */
export function CardFrame({ anchor, label, children, onPointerEnter, onPointerLeave, onClose }: CardFrameProps) {
  const text = useText();
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const card = ref.current;
    const frame = card?.offsetParent;
    if (card === null || !(frame instanceof HTMLElement)) {
      return;
    }
    const left = Math.max(8, Math.min(anchor.left, frame.clientWidth - card.offsetWidth - 8));
    const above = anchor.top - card.offsetHeight - 8;
    const room = globalThis.innerHeight - frame.getBoundingClientRect().top;
    // Never over what it explains: below, unless only the place above holds it whole.
    const top = anchor.bottom + 8 + card.offsetHeight <= room || above < 0 ? anchor.bottom + 8 : above;
    card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  });
  return (
    // Esc closes the card from whichever of its buttons has the focus; the section itself takes none.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={ref}
      className="mdx-rm-card"
      aria-label={label}
      onPointerEnter={onPointerEnter}
      onPointerLeave={onPointerLeave}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <button type="button" className="mdx-rm-card-close" aria-label={text(roadmapTexts.close)} onClick={onClose}>
        ×
      </button>
      {children}
    </section>
  );
}

export type PhaseCardProps = {
  readonly action: Action;
  readonly phase: Phase;
  readonly itemText: string;
  readonly zoom: Zoom;
  readonly recordUrl: string;
  /** What a change that is not saved yet would do. */
  readonly pendingLines: readonly string[];
  readonly onNudge: (kind: GestureKind, count: number) => void;
};

/** Everything about one phase: whole names, the three pairs of dates, where it leads, and buttons that move it. */
export function PhaseCard({ action, phase, itemText, zoom, recordUrl, pendingLines, onNudge }: PhaseCardProps) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <p className="mdx-rm-card-item">{itemText}</p>
      <h3 className="mdx-rm-card-title">{action.name}</h3>
      <p className="mdx-rm-card-kind">
        <strong>{kindOf(phase, language)}</strong>
        {phase.state === "" ? "" : `（${phase.state}）`}
      </p>
      {pendingLines.length === 0 ? null : (
        <div className="mdx-rm-card-pending">
          <strong>{text(roadmapTexts.unsaved)}</strong>
          {pendingLines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
      <dl className="mdx-rm-card-list">
        <DateLine label={roadmapTexts.cardPlan} dates={phase.current} />
        {phase.first.from === phase.current.from && phase.first.to === phase.current.to && phase.first.from !== null ? (
          <Line label={roadmapTexts.cardFirst}>{text(roadmapTexts.cardSame)}</Line>
        ) : (
          <DateLine label={roadmapTexts.cardFirst} dates={phase.first} />
        )}
        <DateLine label={roadmapTexts.cardActual} dates={phase.actual} />
        {phase.milestone === "" && phase.milestoneOn === null ? null : (
          <Line label={roadmapTexts.cardMilestone}>
            {phase.milestone}
            {phase.milestoneOn === null ? "" : ` ${formatDay(phase.milestoneOn, language)}`}
          </Line>
        )}
        {phase.note === "" ? null : <Line label={roadmapTexts.cardReason}>{phase.note}</Line>}
        <Line label={roadmapTexts.cardDept}>{action.deptName === "" ? "—" : action.deptName}</Line>
        {action.status === "" ? null : <Line label={roadmapTexts.cardStatus}>{action.status}</Line>}
      </dl>
      <MoveButtons zoom={zoom} onNudge={onNudge} />
      <a className="mdx-button mdx-button-primary" href={recordUrl}>
        {text(roadmapTexts.openRecord)}
      </a>
    </>
  );
}

function DateLine({ label, dates }: { label: Message; dates: DatePair }) {
  const language = useLanguage();
  return dates.from === null && dates.to === null ? null : (
    <Line label={label}>
      {formatDayRange(dates.from, dates.to, language)}
      <span className="mdx-rm-card-slash">{formatSlashRange(dates.from, dates.to)}</span>
    </Line>
  );
}

function Line({ label, children }: { label: Message; children: ReactNode }) {
  const text = useText();
  return (
    <>
      <dt>{text(label)}</dt>
      <dd>{children}</dd>
    </>
  );
}

const stepTexts = { day: roadmapTexts.stepDay, week: roadmapTexts.stepWeek, month: roadmapTexts.stepMonth } as const;
const parts = [
  { kind: "move", name: roadmapTexts.moveWhole },
  { kind: "from", name: roadmapTexts.moveFrom },
  { kind: "to", name: roadmapTexts.moveTo },
] as const;

/** The same moves as by dragging, each one press: for fingers, switches and everyone who does not drag. */
function MoveButtons({ zoom, onNudge }: Pick<PhaseCardProps, "zoom" | "onNudge">) {
  const text = useText();
  const step = text(stepTexts[toStep(zoom, 1).unit]);
  return (
    <fieldset className="mdx-rm-card-moves">
      <legend>{text(roadmapTexts.cardMove, { step })}</legend>
      {parts.map(({ kind, name }) => (
        <span key={kind} className="mdx-rm-card-move">
          <button
            type="button"
            className="mdx-button mdx-button-small"
            aria-label={text(roadmapTexts.earlier, { what: text(name), step })}
            onClick={() => onNudge(kind, -1)}
          >
            ◀
          </button>
          {text(name)}
          <button
            type="button"
            className="mdx-button mdx-button-small"
            aria-label={text(roadmapTexts.later, { what: text(name), step })}
            onClick={() => onNudge(kind, 1)}
          >
            ▶
          </button>
        </span>
      ))}
    </fieldset>
  );
}

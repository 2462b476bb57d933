import { useLanguage, useText } from "../../core/ui/language.tsx";
import type { CalendarDate } from "../../../domain/calendar-date.ts";
import { fiscalYearOf } from "../../../domain/fiscal-year.ts";
import { formatYear } from "../model/format-year.ts";
import type { Phase } from "../../../domain/schedule/phase.ts";
import { describePhase, kindOf } from "../model/describe-phase.ts";
import { formatSlashRange } from "../model/format-day.ts";
import { type MobileCard, todayInYear } from "../model/mobile-cards.ts";
import type { Initiative, PlanData, SubItem } from "../model/plan-data.ts";
import { progressOf, progressShapes, progressTexts } from "../model/progress.ts";
import { barClass } from "./bar.tsx";
import type { RoadmapEnv } from "./roadmap-env.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { circledNumber } from "./row-name.ts";

type Shows = "quarter" | "late" | "all";

export type MobileCardListProps = {
  readonly env: RoadmapEnv;
  readonly cards: readonly MobileCard[];
  readonly shows: Shows;
  readonly empty: string;
};

/** Cards under the name of their 取組. */
export function MobileCardList({ env, cards, shows, empty }: MobileCardListProps) {
  if (cards.length === 0) {
    return <p className="mdx-rm-mobile-empty">{empty}</p>;
  }
  return (
    <>
      {groupCards(cards).map(({ initiative, cards: group }) => (
        <section key={initiative?.initiativeId ?? "-"}>
          <h3 className="mdx-rm-mobile-initiative">{nameOf(initiative)}</h3>
          {group.map((card) => (
            <CardLink key={card.action.id} env={env} card={card} shows={shows} />
          ))}
        </section>
      ))}
    </>
  );
}

export type MobileInitiativesProps = {
  readonly env: RoadmapEnv;
  readonly data: PlanData;
  readonly cards: readonly MobileCard[];
  readonly subItems: readonly SubItem[];
};

/** Every 取組 with its 実施事項; one without a 事業 says so and offers to add it. */
export function MobileInitiatives({ env, data, cards, subItems }: MobileInitiativesProps) {
  const text = useText();
  const unplaced = cards.filter((card) => card.initiative === null);
  const shown = [...new Set(subItems.map(({ initiativeId }) => initiativeId))];
  return (
    <>
      {shown.map((initiativeId) => (
        <details key={initiativeId} className="mdx-rm-mobile-group">
          <summary>
            {nameOf(data.initiatives.find((initiative) => initiative.initiativeId === initiativeId) ?? null)}
            <span className="mdx-rm-tab-count">
              {cards.filter((card) => card.initiative?.initiativeId === initiativeId).length}
            </span>
          </summary>
          {subItems
            .filter((subItem) => subItem.initiativeId === initiativeId)
            .map((subItem) => {
              const own = cards.filter((card) => card.subItem?.subItemId === subItem.subItemId);
              return (
                <section key={subItem.subItemId}>
                  <h4 className="mdx-rm-mobile-item">{`${circledNumber(subItem.no)}${subItem.text}`}</h4>
                  {own.length === 0 ? (
                    <p className="mdx-rm-mobile-none">
                      {text(roadmapTexts.noWork)}
                      {env.createUrl === null ? null : (
                        <a className="mdx-button" href={env.createUrl(subItem.subItemId)}>
                          {text(roadmapTexts.addShort)}
                        </a>
                      )}
                    </p>
                  ) : (
                    own.map((card) => <CardLink key={card.action.id} env={env} card={card} shows="all" />)
                  )}
                </section>
              );
            })}
        </details>
      ))}
      {unplaced.length === 0 ? null : (
        <section>
          <h3 className="mdx-rm-mobile-initiative">{text(roadmapTexts.unplaced)}</h3>
          {unplaced.map((card) => (
            <CardLink key={card.action.id} env={env} card={card} shows="all" />
          ))}
        </section>
      )}
    </>
  );
}

function CardLink({ env, card, shows }: { env: RoadmapEnv; card: MobileCard; shows: Shows }) {
  const text = useText();
  const language = useLanguage();
  const { action } = card;
  const progress = progressOf(action, env.today);
  const phases = shows === "late" ? card.late.map(({ phase }) => phase) : shows === "quarter" ? card.inQuarter : [];
  return (
    <a className="mdx-rm-mobile-card" href={env.recordUrl(action.id)}>
      <span className="mdx-rm-mobile-name">{action.name}</span>
      <span className="mdx-rm-mobile-facts">
        <span className={`mdx-rm-progress mdx-rm-progress-${progress}`}>
          <span aria-hidden="true">{progressShapes[progress]}</span>
          {text(progressTexts[progress])}
        </span>
        <span>{action.deptName === "" ? "—" : action.deptName}</span>
      </span>
      {phases.map((phase) => (
        <span key={phase.id ?? ""} className="mdx-rm-mobile-phase">
          <strong>{kindOf(phase, language)}</strong>
          <span>{formatSlashRange(phase.current.from, phase.current.to)}</span>
          {phase.milestone === "" ? null : <span>◆{phase.milestone}</span>}
        </span>
      ))}
      {card.late.map(({ phase, days }) => (
        <span key={phase.id ?? ""} className="mdx-rm-mobile-late">
          ▲ {text(roadmapTexts.lateSince, { kind: kindOf(phase, language), days })}
        </span>
      ))}
      <YearStrip card={card} today={env.today} />
    </a>
  );
}

/** The fiscal year in one line: phases by pattern, the quarters' borders, today. */
function YearStrip({ card, today }: { card: MobileCard; today: CalendarDate }) {
  const text = useText();
  const language = useLanguage();
  const year = formatYear(fiscalYearOf(today), language);
  const words = card.strip
    .map(({ phase }) => describePhase(phase, today, language))
    .join(language === "ja" ? "。" : ". ");
  return (
    // A drawing of <i> elements; there is no picture file to put into an <img>.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <span className="mdx-rm-strip" role="img" aria-label={`${text(roadmapTexts.stripLabel, { year })} ${words}`}>
      {card.strip.map(({ phase, left, width }) => (
        <i key={phase.id ?? left} className={barClass({ phase })} style={{ left: `${left}%`, width: `${width}%` }}>
          {width >= 22 ? <em>{shortKind(phase)}</em> : null}
        </i>
      ))}
      <b style={{ left: `${todayInYear(today)}%` }} />
    </span>
  );
}

function shortKind(phase: Phase): string {
  return phase.kind === "運用・効果確認" ? "運用" : phase.kind;
}

function nameOf(initiative: Initiative | null): string {
  return initiative === null ? "" : `${initiative.group}${initiative.no} ${initiative.name}`;
}

function groupCards(cards: readonly MobileCard[]): { initiative: Initiative | null; cards: MobileCard[] }[] {
  const groups: { initiative: Initiative | null; cards: MobileCard[] }[] = [];
  for (const card of cards) {
    const last = groups.at(-1);
    if (last !== undefined && last.initiative?.initiativeId === card.initiative?.initiativeId) {
      last.cards.push(card);
    } else {
      groups.push({ initiative: card.initiative, cards: [card] });
    }
  }
  return groups;
}

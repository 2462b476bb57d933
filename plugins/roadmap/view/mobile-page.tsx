import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useText } from "../../core/ui/language.tsx";
import { Notice } from "../../core/ui/notice.tsx";
import type { Message } from "../../../domain/message.ts";
import { type MobileCard, buildMobileCards, listInOrder } from "../model/mobile-cards.ts";
import type { PlanData } from "../model/plan-data.ts";
import { FailedView, LoadingView, useLoading } from "./load-state.tsx";
import { MobileCardList, MobileInitiatives } from "./mobile-cards.tsx";
import type { RoadmapEnv } from "./roadmap-env.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { useOnline } from "./use-online.ts";

/** The road map on a phone: cards, no chart and no dragging. */
export function MobilePage({ env }: { env: RoadmapEnv }) {
  const [state, retry] = useLoading(env.load);
  if (state.kind === "loading") {
    return <LoadingView count={state.count} />;
  }
  return state.kind === "failed" ? (
    <FailedView error={state.error} onRetry={retry} />
  ) : (
    <MobileBoard env={env} data={state.data} />
  );
}

type Tab = "quarter" | "late" | "initiative";

const tabs: readonly { readonly key: Tab; readonly name: Message }[] = [
  { key: "quarter", name: roadmapTexts.tabQuarter },
  { key: "late", name: roadmapTexts.tabLate },
  { key: "initiative", name: roadmapTexts.tabInitiative },
];

function MobileBoard({ env, data }: { env: RoadmapEnv; data: PlanData }) {
  const text = useText();
  const id = useId();
  const isOnline = useOnline();
  const [tab, setTab] = useState<Tab>(data.actions.length === 0 ? "initiative" : "quarter");
  const cards = useMemo(() => buildMobileCards(data, env.today), [data, env.today]);
  const inQuarter = cards.filter((card) => card.inQuarter.length > 0);
  const late = cards.filter((card) => card.late.length > 0);
  const counts = { quarter: inQuarter.length, late: late.length, initiative: cards.length };
  return (
    <div className="mdx-rm-mobile">
      <h2 className="mdx-rm-mobile-title">
        {text(roadmapTexts.titleWithVersion, { version: data.version?.no ?? "" })}
      </h2>
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
      {/* The focus is on the tabs themselves, one of which has tabIndex 0. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div className="mdx-rm-tabs" role="tablist" aria-label={text(roadmapTexts.title)} onKeyDown={moveBetweenTabs}>
        {tabs.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={tab === key}
            aria-controls={`${id}-panel`}
            tabIndex={tab === key ? 0 : -1}
            onClick={() => setTab(key)}
          >
            {text(name)}
            <span className="mdx-rm-tab-count">{counts[key]}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className="mdx-rm-panel">
        <TabContent tab={tab} env={env} data={data} lists={{ cards, inQuarter, late }} />
      </div>
    </div>
  );
}

type TabContentProps = {
  tab: Tab;
  env: RoadmapEnv;
  data: PlanData;
  lists: { cards: readonly MobileCard[]; inQuarter: readonly MobileCard[]; late: readonly MobileCard[] };
};

function TabContent({ tab, env, data, lists }: TabContentProps) {
  const text = useText();
  if (tab === "initiative") {
    return (
      <>
        {data.actions.length > 0 || data.subItems.length === 0 ? null : (
          <Notice tone="info" title={text(roadmapTexts.firstStepTitle)}>
            {text(env.createUrl === null ? roadmapTexts.firstStepToRead : roadmapTexts.firstStepOnPhone, {
              count: data.subItems.length,
            })}
          </Notice>
        )}
        <MobileInitiatives env={env} data={data} cards={lists.cards} subItems={listInOrder(data)} />
      </>
    );
  }
  return tab === "late" ? (
    <MobileCardList env={env} cards={lists.late} shows="late" empty={text(roadmapTexts.emptyLate)} />
  ) : (
    <MobileCardList env={env} cards={lists.inQuarter} shows="quarter" empty={text(roadmapTexts.emptyQuarter)} />
  );
}

/** Arrow keys go to the next tab and choose it, as the tabs pattern of the ARIA Authoring Practices has it. */
function moveBetweenTabs(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("[role=tab]")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  if (step !== 0 && next !== undefined) {
    event.preventDefault();
    next.focus();
    next.click();
  }
}

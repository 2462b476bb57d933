import type { ReactNode } from "react";
import { useText } from "../../core/ui/language.tsx";
import type { Filters } from "../model/filters.ts";
import { hasFilters, noFilters } from "../model/filters.ts";
import type { Counts } from "../model/plan-store.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

export type SummaryBarProps = {
  readonly counts: Counts;
  readonly shown: number;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
  readonly onCloseAll: (() => void) | null;
  readonly onOpenAll: (() => void) | null;
  readonly children: ReactNode;
};

/** How much there is and how much of it is late (press to see only that), with what can be done beside it. */
export function SummaryBar({ counts, shown, filters, onFilters, onCloseAll, onOpenAll, children }: SummaryBarProps) {
  const text = useText();
  const count = counts.actions;
  return (
    <div className="mdx-rm-summary">
      <output className="mdx-rm-counts">
        {text(shown === count ? roadmapTexts.actionCount : roadmapTexts.shownCount, { shown, count })}
      </output>
      {counts.late === 0 && !filters.lateOnly ? (
        <span className="mdx-rm-counts">{text(roadmapTexts.lateOnly, { count: 0 })}</span>
      ) : (
        <button
          type="button"
          className="mdx-rm-late-toggle"
          aria-pressed={filters.lateOnly}
          onClick={() => onFilters({ ...filters, lateOnly: !filters.lateOnly })}
        >
          <span aria-hidden="true">▲</span>
          {text(roadmapTexts.lateOnly, { count: counts.late })}
        </button>
      )}
      {counts.itemsWithout > 0 ? (
        <span className="mdx-rm-counts">{text(roadmapTexts.itemsWithout, { count: counts.itemsWithout })}</span>
      ) : null}
      {hasFilters(filters) ? (
        <button type="button" className="mdx-link" onClick={() => onFilters(noFilters)}>
          {text(roadmapTexts.clearFilters)}
        </button>
      ) : null}
      {onOpenAll === null ? null : (
        <button type="button" className="mdx-link" onClick={onOpenAll}>
          {text(roadmapTexts.openAll)}
        </button>
      )}
      {onCloseAll === null ? null : (
        <button type="button" className="mdx-link" onClick={onCloseAll}>
          {text(roadmapTexts.closeAll)}
        </button>
      )}
      {children}
    </div>
  );
}

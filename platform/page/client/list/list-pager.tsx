import type { ReactElement } from "react";
import { listMessages } from "../messages/list-messages.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { type ListLocation, pageSizes, toPageSize } from "./list-location.ts";
import { greatestOffset, type ListQuery } from "./list-query.ts";

/** Under the list: which part is shown, the pages around it, how many at a time. */
export function ListPager({
  total,
  at,
  query,
  onMove,
}: {
  readonly total: number;
  readonly at: ListLocation;
  readonly query: ListQuery;
  readonly onMove: (to: ListLocation) => void;
}): ReactElement {
  const { offset, size } = query;
  const end = Math.min(offset + size, total);
  const hasNext = offset + size < total && offset + size <= greatestOffset;
  const button = (direction: "previous" | "next", enabled: boolean): ReactElement => (
    <button
      className="kp-button kp-button-icon kp-pager-button"
      type="button"
      data-kp-page={direction}
      aria-label={translate(listMessages[direction])}
      aria-disabled={!enabled}
      onClick={() => {
        if (enabled) {
          onMove({ ...at, page: at.page + (direction === "next" ? 1 : -1) });
        }
      }}
    >
      <Icon name={direction === "next" ? "open" : "previous"} />
    </button>
  );
  return (
    <nav className="kp-pager gaia-argoui-app-index-pager" aria-label={translate(listMessages.pages)}>
      {button("previous", offset > 0)}
      <span className="kp-pager-range">
        {total === 0 || offset >= total
          ? translate(listMessages.none)
          : translate(listMessages.range, { from: offset + 1, to: end, total: total.toLocaleString("ja-JP") })}
      </span>
      {button("next", hasNext)}
      <select
        className="kp-input"
        aria-label={translate(listMessages.pageSize)}
        value={size}
        onChange={(event) => onMove({ ...at, size: toPageSize(event.target.value), page: 1 })}
      >
        {pageSizes.map((count) => (
          <option key={count} value={count}>
            {translate(listMessages.size, { size: count })}
          </option>
        ))}
      </select>
      {hasNext || offset + size >= total ? null : <p className="kp-muted">{translate(listMessages.tooFar)}</p>}
    </nav>
  );
}

import type { ReactElement } from "react";
import { listMessages } from "../messages/list-messages.ts";
import { translate } from "../shell/translate.ts";

/** An empty list says why it is empty and what to do next. */
export function ListEmpty({
  filtered,
  limited,
}: {
  /** The reader's own filter is on. */
  readonly filtered: boolean;
  /** The view has a condition of its own. */
  readonly limited: boolean;
}): ReactElement {
  const none = !filtered && !limited;
  return (
    <div className="kp-card kp-empty-state">
      <h2>{translate(none ? listMessages.emptyTitle : listMessages.noMatchTitle)}</h2>
      <p>{translate(none ? listMessages.empty : filtered ? listMessages.noMatch : listMessages.noMatchView)}</p>
    </div>
  );
}

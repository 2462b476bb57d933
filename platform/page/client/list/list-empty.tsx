import type { ReactElement } from "react";
import { listMessages } from "../messages/list-messages.ts";
import { translate } from "../shell/translate.ts";

/** An empty list says why it is empty and what to do next. */
export function ListEmpty({
  filtered,
  limited,
  canAdd,
}: {
  /** The reader's own filter is on. */
  readonly filtered: boolean;
  /** The view has a condition of its own. */
  readonly limited: boolean;
  /** Whoever may not add a record is not sent to add one. */
  readonly canAdd: boolean;
}): ReactElement {
  const none = !filtered && !limited;
  return (
    <div className="kp-card kp-empty-state">
      <h2>{translate(none ? listMessages.emptyTitle : listMessages.noMatchTitle)}</h2>
      <p>{translate(filtered ? listMessages.noMatch : listMessages[adviceName(limited, canAdd)])}</p>
    </div>
  );
}

function adviceName(limited: boolean, canAdd: boolean): "empty" | "emptyToRead" | "noMatchView" | "noMatchToRead" {
  if (limited) {
    return canAdd ? "noMatchView" : "noMatchToRead";
  }
  return canAdd ? "empty" : "emptyToRead";
}

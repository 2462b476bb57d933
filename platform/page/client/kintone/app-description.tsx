import { type ReactElement, useState } from "react";
import { createPortal } from "react-dom";
import type { BootstrapApp } from "../../bootstrap.ts";
import { sanitizeMarkup } from "../field/sanitize-markup.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { dropMark, toPlainText } from "../portal/plain-text.ts";
import { useObservable } from "../record/use-observable.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import { descriptionState } from "./description-state.ts";

/** Whether the app says anything about itself to people. */
export function hasDescription(app: BootstrapApp): boolean {
  return toPlainText(app.settings.general.description) !== "";
}

/** What an app is for, above its page; a button in the header, beside the app's name, opens it. */
export function AppDescription({ app }: { readonly app: BootstrapApp }): ReactElement | null {
  const isOpen = useObservable(descriptionState) === "OPEN";
  const [header] = useState(() => document.querySelector(".kp-breadcrumb"));
  if (!hasDescription(app)) {
    return null;
  }
  const label = translate(shellMessages.description);
  const button = (
    <button
      className="kp-button kp-button-quiet kp-button-icon kp-description-button"
      type="button"
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      onClick={() => descriptionState.set(isOpen ? "CLOSED" : "OPEN")}
    >
      <Icon name="information" />
    </button>
  );
  const markup = dropMark(app.settings.general.description);
  return (
    <>
      {header === null ? button : createPortal(button, header)}
      {isOpen ? (
        <section className="kp-card kp-description" aria-label={label}>
          <div className="kp-value-rich" dangerouslySetInnerHTML={{ __html: sanitizeMarkup(markup) }} />
        </section>
      ) : null}
    </>
  );
}

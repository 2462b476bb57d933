import type { ReactElement } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";

/** The message under a field; nothing when there is none. Line breaks of a customization's text are kept. */
export function FieldError({
  id,
  error,
}: {
  readonly id?: string | undefined;
  readonly error?: string | undefined;
}): ReactElement | null {
  if (error === undefined || error === "") {
    return null;
  }
  return (
    <div id={id} className="kp-field-error input-error-cybozu">
      <Icon name="stop" />
      <span>
        <span className="kp-visually-hidden">{translate(fieldMessages.error)}: </span>
        {error}
      </span>
    </div>
  );
}

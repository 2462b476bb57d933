import type { ReactElement } from "react";
import { recordMessages } from "../messages/record-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { translate } from "../shell/translate.ts";

/** The address names no record: says so and leads to the list. */
export function NoRecord({ listHref }: { readonly listHref: string }): ReactElement {
  return (
    <Banner kind="warning">
      <p>{translate(recordMessages.noRecord)}</p>
      <p className="kp-banner-actions">
        <a className="kp-button" href={listHref}>
          {translate(recordMessages.back)}
        </a>
      </p>
    </Banner>
  );
}

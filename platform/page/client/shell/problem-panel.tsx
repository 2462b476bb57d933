import type { ReactElement } from "react";
import { shellMessages } from "../messages/shell-messages.ts";
import { Banner } from "./banner.tsx";
import { type Problem, signInAddress } from "./describe-problem.ts";
import { translate } from "./translate.ts";

/** What went wrong, with the one next step. */
export function ProblemPanel({
  problem,
  onRetry,
  onClear,
}: {
  readonly problem: Problem;
  readonly onRetry: () => void;
  /** Takes away the reader's own condition, where there is one. */
  readonly onClear?: (() => void) | undefined;
}): ReactElement {
  return (
    <Banner kind="danger" title={problem.title}>
      <p>{problem.body}</p>
      <p className="kp-banner-actions">
        {problem.isQueryFault === true && onClear !== undefined ? (
          <button className="kp-button" type="button" onClick={onClear}>
            {translate(shellMessages.clearQuery)}
          </button>
        ) : null}
        {problem.next === "sign-in" ? (
          <a className="kp-button kp-button-primary" href={signInAddress()}>
            {translate(shellMessages.signIn)}
          </a>
        ) : (
          <button className="kp-button" type="button" onClick={onRetry}>
            {translate(shellMessages.retry)}
          </button>
        )}
      </p>
    </Banner>
  );
}

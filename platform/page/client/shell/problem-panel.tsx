import type { ReactElement } from "react";
import { shellMessages } from "../messages/shell-messages.ts";
import { Banner } from "./banner.tsx";
import { type Problem, signInAddress } from "./describe-problem.ts";
import { translate } from "./translate.ts";

/** What went wrong, with the one next step. */
export function ProblemPanel({
  problem,
  onRetry,
}: {
  readonly problem: Problem;
  readonly onRetry: () => void;
}): ReactElement {
  return (
    <Banner kind="danger" title={problem.title}>
      <p>{problem.body}</p>
      <p className="kp-banner-actions">
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

import { type ReactElement, type ReactNode, useEffect } from "react";
import { useLoaded } from "../field/use-loaded.ts";
import { isMobile } from "../kintone/page-state.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { spaceMessages as text } from "../messages/space-messages.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { showTrail, type TrailStep } from "../shell/show-trail.ts";
import { translate } from "../shell/translate.ts";

const portalTitle = document.querySelector(".kp-breadcrumb li")?.textContent?.trim() ?? "";

/** Where the portal is; a space's pages lead back to it. */
export function portalStep(): TrailStep {
  return { label: portalTitle, href: isMobile() ? "/k/m/" : "/k/" };
}

/** Loads what a page of a space shows, and says in the header where one is. */
export function LoadedPlace<T>({
  load,
  name,
  trail,
  children,
}: {
  readonly load: () => Promise<T>;
  /** Another name loads again. */
  readonly name: string;
  readonly trail: (value: T) => readonly TrailStep[];
  readonly children: (value: T) => ReactNode;
}): ReactElement {
  const loaded = useLoaded(load, name);
  const steps = loaded.state === "loaded" ? JSON.stringify(trail(loaded.value)) : "";
  useEffect(() => {
    if (steps !== "") {
      const parsed: unknown = JSON.parse(steps);
      showTrail([portalStep(), ...(Array.isArray(parsed) ? parsed : [])]);
    }
  }, [steps]);
  if (loaded.state === "loading") {
    return (
      <div className="kp-space-page kp-skeleton" aria-busy="true">
        <span />
        <span />
        <span />
        <output className="kp-slow kp-muted">{translate(shellMessages.loading)}</output>
      </div>
    );
  }
  if (loaded.state === "failed") {
    return (
      <div className="kp-space-page">
        <ProblemPanel problem={describeProblem(loaded.error)} onRetry={loaded.reload} />
        <p className="kp-foot">
          <a href={portalStep().href}>{translate(text.backToPortal)}</a>
        </p>
      </div>
    );
  }
  return <>{children(loaded.value)}</>;
}

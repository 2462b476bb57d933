import type { ReactElement } from "react";
import { fieldLabel } from "../field/field-settings.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { Banner } from "../shell/banner.tsx";
import { signInAddress } from "../shell/describe-problem.ts";
import type { Problem } from "../shell/describe-problem.ts";
import { translate } from "../shell/translate.ts";
import { focusPath, listErrorPaths } from "./focus-error.ts";
import { inputIdOf } from "./form-field.tsx";
import type { FormParts } from "./form-parts.ts";
import { fieldAt, fieldsByCode, toPathKey } from "./form-record.ts";
import type { LayoutNode } from "./layout.ts";
import { useObservable } from "./use-observable.ts";

/** Above the form: why it is not saved, with a way to each field that needs a change. */
export function FormNotice({
  parts,
  nodes,
  problem,
  notice,
}: {
  readonly parts: FormParts;
  readonly nodes: readonly LayoutNode[];
  readonly problem: Problem | null;
  readonly notice: string;
}): ReactElement | null {
  const { topError, refusals } = useObservable(parts.store.state);
  const paths = listErrorPaths(parts.store, nodes);
  const fields = fieldsByCode(parts.store.options.fields);
  if (problem !== null) {
    return (
      <Banner kind="danger" title={problem.title}>
        <p>{problem.body}</p>
        {problem.next === "sign-in" ? (
          <p className="kp-banner-actions">
            <a className="kp-button" href={signInAddress()} target="_blank" rel="noopener">
              {translate(recordMessages.signInElsewhere)}
            </a>
          </p>
        ) : null}
      </Banner>
    );
  }
  if (topError !== "" || paths.length > 0) {
    return (
      <Banner kind="danger" {...(refusals > 0 ? { title: translate(recordMessages.refusedTitle) } : {})}>
        {topError === "" ? null : <p className="kp-notice-text">{topError}</p>}
        {paths.length === 0 ? null : (
          <>
            <p>{translate(recordMessages.refusedFields, { count: paths.length })}</p>
            <ul className="kp-notice-list">
              {paths.map((path) => {
                const field = fieldAt(fields, path);
                const name = field === undefined ? path.code : fieldLabel(field);
                const go = (): void =>
                  focusPath(path, { nodes, appearance: parts.appearance, inputId: inputIdOf(path) });
                return (
                  <li key={toPathKey(path)}>
                    <button type="button" className="kp-link-button" onClick={go}>
                      {translate(recordMessages.goToField, { name })}
                    </button>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Banner>
    );
  }
  return notice === "" ? null : <Banner kind="information">{<p>{notice}</p>}</Banner>;
}

import { useState } from "react";
import type { ReactElement } from "react";
import { fieldMessages } from "../messages/field-messages.ts";
import { formatMessage } from "../../message.ts";
import { pageLanguage } from "../kintone/page-state.ts";
import { loadPrincipals } from "./load-principals.ts";
import type { PrincipalType } from "./load-principals.ts";
import { ModalDialog } from "./modal-dialog.tsx";
import type { Principal } from "./read-value.ts";
import { useLoaded } from "./use-loaded.ts";

export type PrincipalPickerProps = {
  readonly type: PrincipalType;
  readonly title: string;
  readonly chosen: readonly Principal[];
  readonly onChoose: (chosen: readonly Principal[]) => void;
  readonly onClose: () => void;
};

/** A dialog to tick users, groups or organizations, narrowed by name or code. */
export function PrincipalPicker({ type, title, chosen, onChoose, onClose }: PrincipalPickerProps): ReactElement {
  const language = pageLanguage();
  const [words, setWords] = useState("");
  const [ticked, setTicked] = useState<readonly Principal[]>(chosen);
  const loaded = useLoaded(() => loadPrincipals(type), type);
  const found = (loaded.value ?? []).filter((candidate) => matches(candidate, words));
  return (
    <ModalDialog
      title={title}
      onClose={onClose}
      foot={
        <button type="button" className="kp-button kp-button-primary" onClick={() => onChoose(ticked)}>
          {title}
        </button>
      }
    >
      <label className="kp-picker-search">
        <span>{formatMessage(fieldMessages.search, language)}</span>
        <input
          className="kp-input"
          type="search"
          value={words}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <output className="kp-picker-status">
        {loaded.state === "loading" ? formatMessage(fieldMessages.loading, language) : ""}
        {loaded.state === "failed" ? formatMessage(fieldMessages.loadFailed, language) : ""}
        {loaded.state === "loaded" && found.length === 0 ? formatMessage(fieldMessages.noCandidates, language) : ""}
      </output>
      {loaded.state === "failed" ? (
        <button type="button" className="kp-button" onClick={loaded.reload}>
          {formatMessage(fieldMessages.retry, language)}
        </button>
      ) : null}
      <fieldset className="kp-picker-list" aria-label={title}>
        {found.map((candidate) => (
          <label key={candidate.code} className="kp-choice">
            <input
              type="checkbox"
              checked={ticked.some((principal) => principal.code === candidate.code)}
              onChange={(event) =>
                setTicked(
                  event.target.checked
                    ? [...ticked, candidate]
                    : ticked.filter((principal) => principal.code !== candidate.code),
                )
              }
            />
            <span>
              {candidate.name} <span className="kp-picker-code">{candidate.code}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </ModalDialog>
  );
}

function matches(candidate: Principal, words: string): boolean {
  const wanted = words.normalize("NFKC").toLowerCase().trim();
  return `${candidate.name}\n${candidate.code}`.normalize("NFKC").toLowerCase().includes(wanted);
}

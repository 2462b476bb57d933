import type { ReactElement } from "react";
import { commentMessages } from "../messages/comment-messages.ts";
import { translate } from "../shell/translate.ts";
import type { Mentioned } from "./load-comments.ts";

const kinds = {
  USER: commentMessages.user,
  GROUP: commentMessages.group,
  ORGANIZATION: commentMessages.organization,
} as const;

export type MentionListProps = {
  readonly id: string;
  readonly offered: readonly Mentioned[];
  /** Which one the arrow keys stand at. */
  readonly active: number;
  readonly onChoose: (chosen: Mentioned) => void;
};

/** Whom the typed letters may mean; the focus stays in the text, the arrow keys move through the list. */
export function MentionList({ id, offered, active, onChoose }: MentionListProps): ReactElement {
  return (
    // A list that the text box drives: select and datalist cannot stand beside a text of several lines.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className="kp-mention-list" id={id} role="listbox" aria-label={translate(commentMessages.candidates)}>
      {offered.map((candidate, index) => (
        // The keys are handled in the text box, where the focus is.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={`${candidate.type} ${candidate.code}`}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={index === active}
          className="kp-mention-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(candidate)}
        >
          <span>{candidate.name}</span>
          <span className="kp-muted">
            {translate(kinds[candidate.type])} {candidate.code}
          </span>
        </div>
      ))}
    </div>
  );
}

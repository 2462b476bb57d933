import { type KeyboardEvent, type ReactElement, useId, useRef, useState } from "react";
import { useLoaded } from "../field/use-loaded.ts";
import { commentMessages } from "../messages/comment-messages.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { translate } from "../shell/translate.ts";
import { findTypedMention, removeTypedMention, type TypedMention } from "./find-mention.ts";
import { loadCandidates, offerCandidates } from "./load-candidates.ts";
import type { Mentioned } from "./load-comments.ts";
import { MentionList } from "./mention-list.tsx";

const mostMentions = 10;
const longestText = 65_535;

type Written = { readonly text: string; readonly mentions: readonly Mentioned[] };

/** The box for a new comment; `@` offers whom to notify. What was typed stays when posting fails. */
export function CommentForm({ onPost }: { readonly onPost: (written: Written) => Promise<void> }): ReactElement {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState<Written>({ text: "", mentions: [] });
  const [typed, setTyped] = useState<TypedMention | null>(null);
  const [active, setActive] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  // People are loaded when someone is looked for, not with every record.
  const [asked, setAsked] = useState(false);
  const candidates = useLoaded(async () => (asked ? loadCandidates() : []), asked ? "all" : "none");
  const { text, mentions } = written;
  const free = (candidates.value ?? []).filter(({ type, code }) =>
    mentions.every((chosen) => chosen.type !== type || chosen.code !== code),
  );
  const offered = typed === null ? [] : offerCandidates(free, typed.words);
  const isFull = mentions.length >= mostMentions;

  const look = (next: string, caret: number): void => {
    const found = findTypedMention(next, caret);
    setTyped(found);
    setActive(0);
    setAsked(asked || found !== null);
  };
  const choose = (chosen: Mentioned): void => {
    if (typed !== null && !isFull) {
      setWritten({ text: removeTypedMention(text, typed), mentions: [...mentions, chosen] });
    }
    setTyped(null);
    box.current?.focus();
  };
  const startMention = (): void => {
    const caret = box.current?.selectionStart ?? text.length;
    const before = text.slice(0, caret);
    const sign = before === "" || /\s$/u.test(before) ? "@" : " @";
    const next = before + sign + text.slice(caret);
    setWritten({ text: next, mentions });
    look(next, caret + sign.length);
    box.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    // Enter that ends a conversion of Japanese input belongs to the input method.
    if (offered.length === 0 || event.nativeEvent.isComposing) {
      return;
    }
    const chosen = offered[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : offered.length - 1;
      setActive((active + step) % offered.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && chosen !== undefined) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    }
  };
  const post = async (): Promise<void> => {
    setBusy(true);
    setFault("");
    try {
      await onPost({ text: text.trim(), mentions });
      setWritten({ text: "", mentions: [] });
      setTyped(null);
      box.current?.focus();
    } catch (error) {
      setFault(translate(commentMessages.postFailed, { detail: describeProblem(error).body }));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="kp-comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        void post();
      }}
    >
      <label className="kp-label" htmlFor={`${id}-text`}>
        {translate(commentMessages.write)}
      </label>
      <textarea
        ref={box}
        id={`${id}-text`}
        className="kp-input kp-comment-text"
        rows={3}
        maxLength={longestText}
        value={text}
        readOnly={busy}
        aria-describedby={`${id}-hint`}
        aria-autocomplete="list"
        {...(offered.length === 0
          ? {}
          : { "aria-controls": `${id}-list`, "aria-activedescendant": `${id}-list-${active}` })}
        onChange={(event) => {
          setWritten({ text: event.target.value, mentions });
          look(event.target.value, event.target.selectionStart);
        }}
        onKeyDown={press}
        onBlur={() => setTyped(null)}
      />
      {offered.length > 0 && !isFull ? (
        <MentionList id={`${id}-list`} offered={offered} active={active} onChoose={choose} />
      ) : null}
      <output className="kp-comment-status">
        {typed === null ? "" : describeOffer({ state: candidates.state, count: offered.length, isFull })}
      </output>
      <MentionMarks
        mentions={mentions}
        onRemove={(gone) => {
          setWritten({ text, mentions: mentions.filter((chosen) => chosen !== gone) });
          box.current?.focus();
        }}
      />
      <p id={`${id}-hint`} className="kp-muted">
        {translate(commentMessages.hint)}
      </p>
      {fault === "" ? null : (
        <p className="kp-comment-fault" role="alert">
          {fault}
        </p>
      )}
      <div className="kp-comment-buttons">
        <button
          type="button"
          className="kp-button"
          disabled={busy || isFull}
          onMouseDown={(event) => event.preventDefault()}
          onClick={startMention}
        >
          {translate(commentMessages.choose)}
        </button>
        <button type="submit" className="kp-button kp-button-primary" disabled={busy || text.trim() === ""}>
          {translate(busy ? commentMessages.posting : commentMessages.post)}
        </button>
      </div>
    </form>
  );
}

function describeOffer(offer: {
  readonly state: "loading" | "loaded" | "failed";
  readonly count: number;
  readonly isFull: boolean;
}): string {
  if (offer.isFull) {
    return translate(commentMessages.tooManyMentions);
  }
  if (offer.state === "failed") {
    return translate(commentMessages.candidatesFailed);
  }
  if (offer.state === "loading") {
    return "";
  }
  return offer.count === 0
    ? translate(commentMessages.noCandidate)
    : translate(commentMessages.candidateCount, { count: offer.count });
}

function MentionMarks({
  mentions,
  onRemove,
}: {
  readonly mentions: readonly Mentioned[];
  readonly onRemove: (gone: Mentioned) => void;
}): ReactElement | null {
  return mentions.length === 0 ? null : (
    <ul className="kp-plain-list kp-mention-marks" aria-label={translate(commentMessages.mentioned)}>
      {mentions.map((mention) => (
        <li key={`${mention.type} ${mention.code}`} className="kp-tag">
          {mention.name}
          <button
            type="button"
            className="kp-mention-remove"
            aria-label={translate(commentMessages.removeMention, { name: mention.name })}
            onClick={() => onRemove(mention)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

import { type ReactElement, useId, useRef, useState } from "react";
import { useLoaded } from "../field/use-loaded.ts";
import { showConfirmDialog } from "../kintone/dialog.ts";
import { showBriefNotification, showNotification } from "../kintone/notification.ts";
import { pageState } from "../kintone/page-state.ts";
import { commentMessages } from "../messages/comment-messages.ts";
import { recordMessages } from "../messages/record-messages.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { Moment } from "../shell/moment.tsx";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { CommentForm } from "./comment-form.tsx";
import { type Comment, deleteComment, loadComments, postComment } from "./load-comments.ts";

/** The comments of a record, newest first, with the box for a new one. */
export function CommentPane({
  app,
  record,
  mobile,
}: {
  readonly app: number;
  readonly record: string;
  readonly mobile: boolean;
}): ReactElement {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const place = { app, record };
  const [round, setRound] = useState(0);
  const [older, setOlder] = useState<readonly Comment[]>([]);
  const [hasOlder, setHasOlder] = useState<boolean | null>(null);
  const loaded = useLoaded(() => loadComments(place, 0), `${app} ${record} ${round}`);
  const [shown, setShown] = useState<readonly Comment[] | null>(null);
  // While it loads anew, what was there stays in sight.
  if (loaded.state === "loaded" && loaded.value.comments !== shown) {
    setShown(loaded.value.comments);
    setOlder([]);
    setHasOlder(loaded.value.older);
  }
  const comments = [...(shown ?? []), ...older];

  const loadOlder = async (): Promise<void> => {
    try {
      const page = await loadComments(place, comments.length);
      const known = new Set(comments.map(({ id }) => id));
      setOlder([...older, ...page.comments.filter(({ id }) => !known.has(id))]);
      setHasOlder(page.older);
    } catch (error) {
      await showNotification("ERROR", describeProblem(error).body);
    }
  };
  const remove = async (comment: Comment): Promise<void> => {
    const answer = await showConfirmDialog(
      {
        title: translate(commentMessages.removeTitle),
        body: translate(commentMessages.removeBody, { text: shorten(comment.text) }),
        okButtonText: translate(recordMessages.removeConfirm),
        showCancelButton: true,
        cancelButtonText: translate(recordMessages.cancel),
      },
      mobile ? "sheet" : "dialog",
    );
    if (answer !== "OK") {
      return;
    }
    try {
      await deleteComment(place, comment.id);
      setRound(round + 1);
      // The button that was pressed goes with its comment.
      heading.current?.focus();
      await showBriefNotification(translate(commentMessages.removed));
    } catch (error) {
      await showNotification("ERROR", translate(commentMessages.removeFailed, { detail: describeProblem(error).body }));
    }
  };
  return (
    <section className="kp-side-pane" aria-labelledby={titleId}>
      <h2 ref={heading} id={titleId} className="kp-visually-hidden" tabIndex={-1}>
        {translate(commentMessages.title)}
      </h2>
      <CommentForm
        onPost={async (written) => {
          await postComment(place, written);
          setRound(round + 1);
          void showBriefNotification(translate(commentMessages.posted));
        }}
      />
      {loaded.state === "failed" ? (
        <ProblemPanel problem={describeProblem(loaded.error)} onRetry={loaded.reload} />
      ) : null}
      {shown === null && loaded.state === "loading" ? (
        <output className="kp-slow kp-muted">{translate(commentMessages.loading)}</output>
      ) : null}
      {shown !== null && comments.length === 0 ? <p className="kp-muted">{translate(commentMessages.empty)}</p> : null}
      <ol className="kp-plain-list kp-comment-list">
        {comments.map((comment) => (
          <CommentItem key={comment.id} comment={comment} onRemove={() => void remove(comment)} />
        ))}
      </ol>
      {hasOlder === true ? (
        <button type="button" className="kp-button" onClick={() => void loadOlder()}>
          {translate(commentMessages.older)}
        </button>
      ) : null}
    </section>
  );
}

function CommentItem({
  comment,
  onRemove,
}: {
  readonly comment: Comment;
  readonly onRemove: () => void;
}): ReactElement {
  const isOwn = comment.creator.code === pageState.bootstrap?.loginUser.code;
  return (
    <li className="kp-comment">
      <p className="kp-comment-head">
        <span className="kp-comment-number">{comment.id}</span>
        <b>{comment.creator.name}</b>
        <Moment instant={comment.createdAt} />
      </p>
      <p className="kp-comment-body">{comment.text}</p>
      {isOwn ? (
        <button
          type="button"
          className="kp-button kp-button-quiet kp-comment-remove"
          aria-label={translate(commentMessages.removeOf, { id: comment.id })}
          onClick={onRemove}
        >
          {translate(commentMessages.remove)}
        </button>
      ) : null}
    </li>
  );
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

import { type ReactElement, useState } from "react";
import { CommentForm } from "../comment/comment-form.tsx";
import { sanitizeMarkup } from "../field/sanitize-markup.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { showBriefNotification } from "../kintone/notification.ts";
import { commentMessages } from "../messages/comment-messages.ts";
import { spaceMessages as text } from "../messages/space-messages.ts";
import { callRest, toGetUrl, toSpacePath } from "../rest.ts";
import { describeProblem } from "../shell/describe-problem.ts";
import { Moment } from "../shell/moment.tsx";
import { ProblemPanel } from "../shell/problem-panel.tsx";
import { translate } from "../shell/translate.ts";
import { loadThread, type ThreadComment, type ThreadView } from "./load-space.ts";

/** What a thread says and the comments on it, newest first; members of the space write there. */
export function ThreadPane({
  space,
  thread,
  isPage = false,
}: {
  readonly space: string;
  readonly thread: string;
  /** The thread has a page of its own, so its name is the page's heading. */
  readonly isPage?: boolean;
}): ReactElement {
  const [round, setRound] = useState(0);
  const loaded = useLoaded(() => loadThread(space, thread), `${thread} ${round}`);
  const [shown, setShown] = useState<ThreadView | null>(null);
  // While it loads anew, what was there stays in sight.
  if (loaded.state === "loaded" && loaded.value !== shown) {
    setShown(loaded.value);
  }
  const Heading = isPage ? "h1" : "h2";
  return (
    <section className="kp-card kp-section" aria-label={shown?.name ?? translate(text.thread)}>
      <Heading className="kp-thread-title">{shown?.name ?? ""}</Heading>
      {shown === null || shown.body === "" ? null : (
        // Only elements and attributes of the allow-list are left.
        <div className="kp-value-rich" dangerouslySetInnerHTML={{ __html: sanitizeMarkup(shown.body) }} />
      )}
      {loaded.state === "failed" ? (
        <ProblemPanel problem={describeProblem(loaded.error)} onRetry={loaded.reload} />
      ) : null}
      {shown === null ? null : (
        <>
          {shown.isMember ? (
            <CommentForm
              onPost={async ({ text: words, mentions }) => {
                const comment = { text: words, mentions: mentions.map(({ type, code }) => ({ type, code })) };
                await callRest("POST", "/k/v1/space/thread/comment", { space, thread, comment });
                setRound(round + 1);
                void showBriefNotification(translate(commentMessages.posted));
              }}
            />
          ) : (
            <p className="kp-muted">{translate(text.readOnly)}</p>
          )}
          {shown.comments.length === 0 ? <p className="kp-muted">{translate(text.noComments)}</p> : null}
          <ol className="kp-plain-list kp-comment-list">
            {shown.comments.map((comment) => (
              <ThreadCommentItem key={comment.id} comment={comment} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function ThreadCommentItem({ comment }: { readonly comment: ThreadComment }): ReactElement {
  return (
    <li className="kp-comment">
      <p className="kp-comment-head">
        <span className="kp-comment-number">{comment.id}</span>
        <b>{comment.creator.name}</b>
        <Moment instant={comment.createdAt} />
      </p>
      <p className="kp-comment-body">{comment.text}</p>
      {comment.files.length === 0 ? null : (
        <ul className="kp-plain-list" aria-label={translate(text.files)}>
          {comment.files.map(({ fileKey, name }) => (
            <li key={fileKey}>
              <a href={toGetUrl(toSpacePath("/k/v1/file"), { fileKey })} download={name}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

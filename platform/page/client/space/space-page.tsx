import { type ReactElement, useEffect } from "react";
import { sanitizeMarkup } from "../field/sanitize-markup.ts";
import { fireEvent } from "../kintone/event-bus.ts";
import { isMobile, pageState, spaceRef } from "../kintone/page-state.ts";
import { portalMessages } from "../messages/portal-messages.ts";
import { spaceMessages as text } from "../messages/space-messages.ts";
import { toPlainText } from "../portal/plain-text.ts";
import { appPath, pageRoot } from "../shell/app-path.ts";
import { translate } from "../shell/translate.ts";
import { loadSpace, type SpaceView } from "./load-space.ts";
import { LoadedPlace } from "./space-frame.tsx";
import { SpaceMembers } from "./space-members.tsx";
import { ThreadPane } from "./thread-pane.tsx";

const contentSpace = spaceRef("spaceContentSpace");

/** The portal of a space: what it announces, its threads, apps and members. */
export function SpacePage({ space: id }: { readonly space: string }): ReactElement {
  return (
    <LoadedPlace load={() => loadSpace(id)} name={`space ${id}`} trail={({ name }) => [{ label: name }]}>
      {(space) => <ShownSpace space={space} />}
    </LoadedPlace>
  );
}

function ShownSpace({ space }: { readonly space: SpaceView }): ReactElement {
  const { shown } = space;
  useEffect(() => {
    // Not in guest spaces, nor where a space has one thread alone (fact sheet §3.2).
    if (!space.isGuest && space.hasThreads) {
      const type = `${isMobile() ? "mobile." : ""}space.portal.show`;
      void fireEvent(type, { type, spaceId: space.id });
    }
  }, [space]);
  useEffect(() => {
    // The pages and calls of a guest space are below its own address.
    if (space.isGuest && pageState.bootstrap?.guestSpace === undefined) {
      location.replace(`${pageRoot()}/guest/${space.id}/#/space/${space.id}`);
    }
  }, [space]);
  return (
    <div className="kp-space-page">
      <header className="kp-space-cover">
        <h1>{space.name}</h1>
        <p>
          {space.isGuest ? <span className="kp-tag">{translate(text.guest)}</span> : null}
          {space.isPrivate && !space.isGuest ? <span className="kp-tag">{translate(text.private)}</span> : null}
          <span>{translate(text.memberCount, { count: space.memberCount })}</span>
        </p>
      </header>
      <div ref={contentSpace} className="kp-header-space" />
      <div className="kp-space-columns">
        <div className="kp-space-main">
          {space.hasThreads ? (
            <>
              {shown.announcement ? (
                <section className="kp-card kp-section" aria-labelledby="kp-space-body">
                  <h2 id="kp-space-body">{translate(text.announcement)}</h2>
                  {space.body === "" ? (
                    <p className="kp-muted">{translate(text.noAnnouncement)}</p>
                  ) : (
                    // Only elements and attributes of the allow-list are left.
                    <div className="kp-value-rich" dangerouslySetInnerHTML={{ __html: sanitizeMarkup(space.body) }} />
                  )}
                </section>
              ) : null}
              {shown.threads ? <ThreadList space={space} /> : null}
            </>
          ) : (
            <ThreadPane space={space.id} thread={space.defaultThread} />
          )}
        </div>
        <div className="kp-space-side">
          {shown.apps ? <SpaceApps space={space} /> : null}
          {shown.members ? <SpaceMembers members={space.members} /> : null}
        </div>
      </div>
    </div>
  );
}

function ThreadList({ space }: { readonly space: SpaceView }): ReactElement {
  return (
    <section className="kp-card kp-section" aria-labelledby="kp-space-threads">
      <h2 id="kp-space-threads">{translate(text.threads)}</h2>
      {space.threads.length === 0 ? <p className="kp-muted">{translate(text.noThreads)}</p> : null}
      <ul className="kp-plain-list kp-space-lines">
        {space.threads.map((thread) => (
          <li key={thread.id}>
            <a href={`#/space/${space.id}/thread/${thread.id}`}>{thread.name}</a>
            <span className="kp-muted">{translate(text.comments, { count: thread.comments })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SpaceApps({ space }: { readonly space: SpaceView }): ReactElement {
  return (
    <section className="kp-card kp-section" aria-labelledby="kp-space-apps">
      <h2 id="kp-space-apps">{translate(text.apps)}</h2>
      {space.apps.length === 0 ? <p className="kp-muted">{translate(text.noApps)}</p> : null}
      <ul className="kp-plain-list kp-space-lines">
        {space.apps.map((app) => (
          <li key={app.id}>
            <a href={appPath(app.id)}>{app.name}</a>
            <span className="kp-muted">{toPlainText(app.description) || translate(portalMessages.noDescription)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

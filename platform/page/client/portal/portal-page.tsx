import { type ReactElement, useEffect, useState } from "react";
import type { Bootstrap } from "../../bootstrap.ts";
import { fireEvent } from "../kintone/event-bus.ts";
import { spaceRef } from "../kintone/page-state.ts";
import { portalMessages } from "../messages/portal-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { spaceMessages } from "../messages/space-messages.ts";
import { portalStep } from "../space/space-frame.tsx";
import { showTrail } from "../shell/show-trail.ts";
import { translate } from "../shell/translate.ts";
import { AppIcon } from "./app-icon.tsx";
import { toPlainText } from "./plain-text.ts";

const contentSpace = spaceRef("portalContentSpace");

/** From this many apps on, looking for one by its name is quicker than reading the cards. */
const searchFrom = 8;

/** The apps that one can open, as cards. */
export function PortalPage({ bootstrap }: { readonly bootstrap: Bootstrap }): ReactElement {
  const [text, setText] = useState("");
  const mobile = bootstrap.page === "PORTAL_TOP_MOBILE";
  // Back from a space, which is shown in the same document.
  useEffect(() => showTrail([portalStep()]), []);
  useEffect(() => {
    // Guests have a portal of their own, for which there is no event (fact sheet §3.2).
    if (bootstrap.guestSpace === undefined && !bootstrap.loginUser.isGuest) {
      const type = `${mobile ? "mobile." : ""}portal.show`;
      void fireEvent(type, { type });
    }
  }, [bootstrap, mobile]);
  const apps = bootstrap.apps ?? [];
  const words = text.normalize("NFKC").toLowerCase().trim();
  const found = apps.filter((app) => app.name.normalize("NFKC").toLowerCase().includes(words));
  return (
    <div className="kp-portal">
      <div ref={contentSpace} className="kp-header-space" />
      <div className="kp-portal-head">
        <h1>{translate(portalMessages.title)}</h1>
        <p className="kp-muted">{translate(portalMessages.count, { count: apps.length })}</p>
        {apps.length >= searchFrom ? (
          <input
            className="kp-input kp-portal-search"
            type="search"
            aria-label={translate(portalMessages.search)}
            placeholder={translate(portalMessages.search)}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        ) : null}
      </div>
      <output className="kp-visually-hidden">
        {words === "" ? "" : translate(portalMessages.searchResult, { count: found.length })}
      </output>
      {apps.length === 0 ? <EmptyPortal isAdmin={bootstrap.isAdmin === true} /> : null}
      {apps.length > 0 && found.length === 0 ? (
        <p className="kp-card kp-empty-state">{translate(portalMessages.noMatch, { text })}</p>
      ) : null}
      <ul className="kp-portal-cards">
        {found.map((app) => (
          <li key={app.id} className="kp-card kp-portal-card">
            <AppIcon icon={app.icon} theme={app.theme} />
            <div className="kp-portal-card-text">
              <h2>
                <a href={app.href}>{app.name}</a>
              </h2>
              <p>{toPlainText(app.description) || translate(portalMessages.noDescription)}</p>
            </div>
          </li>
        ))}
      </ul>
      <PortalSpaces spaces={bootstrap.spaces ?? []} />
      <p className="kp-foot">
        <a href={mobile ? "/k/" : "/k/m/"}>{translate(mobile ? shellMessages.toDesktop : shellMessages.toMobile)}</a>
        {mobile || bootstrap.isAdmin !== true ? null : (
          <>
            {" ・ "}
            <a href="/k/admin/system/plugin/">{translate(portalMessages.systemPlugins)}</a>
          </>
        )}
      </p>
    </div>
  );
}

function PortalSpaces({ spaces }: { readonly spaces: NonNullable<Bootstrap["spaces"]> }): ReactElement | null {
  if (spaces.length === 0) {
    return null;
  }
  return (
    <section className="kp-portal-spaces" aria-labelledby="kp-portal-spaces">
      <div className="kp-portal-head">
        <h2 id="kp-portal-spaces">{translate(spaceMessages.title)}</h2>
      </div>
      <ul className="kp-portal-cards">
        {spaces.map((space) => (
          <li key={space.id} className="kp-card kp-portal-card">
            <div className="kp-portal-card-text">
              <h3>
                <a href={space.href}>{space.name}</a>
              </h3>
              <p>
                {space.isGuest ? <span className="kp-tag">{translate(spaceMessages.guest)}</span> : null}
                {space.isPrivate && !space.isGuest ? (
                  <span className="kp-tag">{translate(spaceMessages.private)}</span>
                ) : null}
                <span>{translate(spaceMessages.memberCount, { count: space.members })}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EmptyPortal({ isAdmin }: { readonly isAdmin: boolean }): ReactElement {
  return (
    <div className="kp-card kp-empty-state">
      <h2>{translate(portalMessages.emptyTitle)}</h2>
      <p>{translate(portalMessages.empty)}</p>
      {isAdmin ? <p className="kp-muted">{translate(portalMessages.emptyAdmin)}</p> : null}
    </div>
  );
}

import { type ReactElement, useState } from "react";
import type { Bootstrap } from "../../bootstrap.ts";
import { portalMessages } from "../messages/portal-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";
import { translate } from "../shell/translate.ts";
import { AppIcon } from "./app-icon.tsx";
import { toPlainText } from "./plain-text.ts";

/** From this many apps on, looking for one by its name is quicker than reading the cards. */
const searchFrom = 8;

/** The apps that one can open, as cards. */
export function PortalPage({ bootstrap }: { readonly bootstrap: Bootstrap }): ReactElement {
  const [text, setText] = useState("");
  const mobile = bootstrap.page === "PORTAL_TOP_MOBILE";
  const apps = bootstrap.apps ?? [];
  const words = text.normalize("NFKC").toLowerCase().trim();
  const found = apps.filter((app) => app.name.normalize("NFKC").toLowerCase().includes(words));
  return (
    <div className="kp-portal">
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
                <a href={`${mobile ? "/k/m/" : "/k/"}${app.id}/`}>{app.name}</a>
              </h2>
              <p>{toPlainText(app.description) || translate(portalMessages.noDescription)}</p>
            </div>
          </li>
        ))}
      </ul>
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

function EmptyPortal({ isAdmin }: { readonly isAdmin: boolean }): ReactElement {
  return (
    <div className="kp-card kp-empty-state">
      <h2>{translate(portalMessages.emptyTitle)}</h2>
      <p>{translate(portalMessages.empty)}</p>
      {isAdmin ? <p className="kp-muted">{translate(portalMessages.emptyAdmin)}</p> : null}
    </div>
  );
}

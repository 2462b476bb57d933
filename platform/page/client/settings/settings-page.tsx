import type { ReactElement } from "react";
import type { BootstrapApp, DeclaredSettings } from "../../bootstrap.ts";
import { adminMessages } from "../messages/admin-messages.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { appPath } from "../shell/app-path.ts";
import { Banner } from "../shell/banner.tsx";
import { translate } from "../shell/translate.ts";
import { CustomizeSection, NotesSection } from "./customize-section.tsx";
import { FormSection } from "./form-section.tsx";
import { GeneralSection } from "./general-section.tsx";
import { NoticesSection } from "./notices-section.tsx";
import { PermissionsSection } from "./permissions-section.tsx";
import { AppActionsSection, ProcessSection } from "./process-section.tsx";
import { ReportsSection, ViewsSection } from "./views-section.tsx";

/** Everything that an app declares, to read. */
export function SettingsPage({
  app,
  declared,
}: {
  readonly app: BootstrapApp;
  readonly declared: DeclaredSettings;
}): ReactElement {
  const sections: readonly { readonly id: string; readonly name: string; readonly content: ReactElement }[] = [
    { id: "general", name: translate(text.general), content: <GeneralSection app={app} /> },
    { id: "form", name: translate(text.form), content: <FormSection {...{ app, declared }} /> },
    { id: "views", name: translate(text.views), content: <ViewsSection app={app} /> },
    { id: "reports", name: translate(text.reports), content: <ReportsSection app={app} /> },
    { id: "process", name: translate(text.process), content: <ProcessSection {...{ app, declared }} /> },
    { id: "actions", name: translate(text.appActions), content: <AppActionsSection {...{ app, declared }} /> },
    { id: "permissions", name: translate(text.permissions), content: <PermissionsSection {...{ app, declared }} /> },
    { id: "notifications", name: translate(text.notices), content: <NoticesSection {...{ app, declared }} /> },
    { id: "customize", name: translate(text.customize), content: <CustomizeSection declared={declared} /> },
    { id: "notes", name: translate(text.notes), content: <NotesSection declared={declared} /> },
  ];
  return (
    <div className="kp-settings">
      <h1>{translate(text.title)}</h1>
      <p>{translate(text.lead)}</p>
      {app.hasUnpublishedChanges === true ? (
        <Banner kind="warning">
          <p>{translate(text.pending)}</p>
        </Banner>
      ) : null}
      <nav className="kp-settings-nav" aria-label={translate(text.sections)}>
        <ul>
          {sections.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href={`/k/admin/app/${app.id}/plugin/`}>{translate(text.toPlugins)}</a>
          </li>
        </ul>
      </nav>
      {sections.map(({ id, name, content }) => (
        <div key={id} id={id} className="kp-settings-section">
          <h2>{name}</h2>
          {content}
        </div>
      ))}
      <p className="kp-foot">
        <a href={appPath(app.id)}>{translate(adminMessages.toApp)}</a>
        {" ・ "}
        <a href={`/k/admin/app/apitoken?app=${app.id}`}>{translate(adminMessages.toTokens)}</a>
      </p>
    </div>
  );
}

import type { ReactElement } from "react";
import type { BootstrapApp, DeclaredSettings } from "../../bootstrap.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { translate } from "../shell/translate.ts";
import { describeCondition, describeEntity, nameField } from "./describe.ts";
import { FactTable } from "./fact-table.tsx";
import { joinWords } from "../shell/join-words.ts";

const appRights = [
  "recordViewable",
  "recordAddable",
  "recordEditable",
  "recordDeletable",
  "appEditable",
  "recordImportable",
  "recordExportable",
] as const;
const recordRights = ["viewable", "editable", "deletable"] as const;

/** Who may do what: in the app, with records, with fields; in the order of priority. */
export function PermissionsSection({
  app,
  declared,
}: {
  readonly app: BootstrapApp;
  readonly declared: DeclaredSettings;
}): ReactElement {
  const { fields } = app.settings;
  const { acl } = declared;
  return (
    <>
      <h3>{translate(text.appRights)}</h3>
      <FactTable
        name={translate(text.appRights)}
        heads={[translate(text.who), translate(text.rights)]}
        rows={acl.app.map((line) => ({
          key: `${line.entity.type} ${line.entity.code ?? ""}`,
          cells: [
            describeEntity(declared, fields, line),
            listNames(appRights.filter((right) => line[right]).map((right) => translate(text[right]))),
          ],
        }))}
      />
      <h3>{translate(text.recordRights)}</h3>
      <FactTable
        name={translate(text.recordRights)}
        heads={[translate(text.condition), translate(text.who), translate(text.rights)]}
        rows={acl.record.flatMap((rule, index) =>
          rule.entities.map((line) => ({
            key: `${index} ${line.entity.type} ${line.entity.code ?? ""}`,
            cells: [
              describeCondition(fields, rule.filterCond),
              describeEntity(declared, fields, line),
              listNames(recordRights.filter((right) => line[right]).map((right) => translate(text[right]))),
            ],
          })),
        )}
      />
      <h3>{translate(text.fieldRights)}</h3>
      <FactTable
        name={translate(text.fieldRights)}
        heads={[translate(text.fields), translate(text.who), translate(text.rights)]}
        rows={acl.field.flatMap((rule) =>
          rule.entities.map((line) => ({
            key: `${rule.code} ${line.entity.type} ${line.entity.code ?? ""}`,
            cells: [
              nameField(fields, rule.code),
              describeEntity(declared, fields, line),
              translate(text[line.accessibility]),
            ],
          })),
        )}
      />
    </>
  );
}

function listNames(names: readonly string[]): string {
  return names.length === 0 ? translate(text.nothing) : joinWords(names);
}

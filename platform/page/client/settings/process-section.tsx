import type { ReactElement } from "react";
import type { BootstrapApp, DeclaredSettings } from "../../bootstrap.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { translate } from "../shell/translate.ts";
import { describeCondition, describeEntity, nameField } from "./describe.ts";
import { FactTable } from "./fact-table.tsx";
import { joinWords } from "../shell/join-words.ts";

type Props = { readonly app: BootstrapApp; readonly declared: DeclaredSettings };

/** Statuses with who has to act, and the actions between them. */
export function ProcessSection({ app, declared }: Props): ReactElement {
  const { process, fields } = app.settings;
  if (!process.enable) {
    return <p className="kp-muted">{translate(text.processOff)}</p>;
  }
  const states = process.states.toSorted((left, right) => Number(left.index) - Number(right.index));
  return (
    <>
      <h3>{translate(text.states)}</h3>
      <FactTable
        name={translate(text.states)}
        heads={[translate(text.state), translate(text.assignee)]}
        rows={states.map(({ name, assignee }) => ({
          key: name,
          cells: [
            name,
            assignee.entities.length === 0
              ? ""
              : `${translate(text[assignee.type])}：${joinWords(assignee.entities.map((entity) => describeEntity(declared, fields, entity)))}`,
          ],
        }))}
      />
      <h3>{translate(text.actions)}</h3>
      <FactTable
        name={translate(text.actions)}
        heads={[
          translate(text.action),
          translate(text.fromState),
          translate(text.toState),
          translate(text.condition),
          translate(text.executor),
        ]}
        rows={process.actions.map((action) => ({
          key: `${action.name} ${action.from} ${action.to}`,
          cells: [
            action.name,
            action.from,
            action.to,
            describeCondition(fields, action.filterCond),
            action.type === "PRIMARY"
              ? translate(text.assigneeRuns)
              : joinWords(
                  (action.executableUser?.entities ?? []).map((entity) => describeEntity(declared, fields, entity)),
                ),
          ],
        }))}
      />
    </>
  );
}

/** Buttons that open a new record of another app with values of this one. */
export function AppActionsSection({ app, declared }: Props): ReactElement {
  const { fields, actions } = app.settings;
  return (
    <FactTable
      name={translate(text.appActions)}
      heads={[
        translate(text.action),
        translate(text.destination),
        translate(text.mappings),
        translate(text.condition),
        translate(text.who),
      ]}
      rows={actions.map((action) => ({
        key: action.id,
        cells: [
          action.name,
          declared.appNames[action.destApp] ?? action.destApp,
          joinWords(
            action.mappings.map((mapping) =>
              mapping.srcType === "FIELD" ? nameField(fields, mapping.srcField) : translate(text.recordUrl),
            ),
          ),
          describeCondition(fields, action.filterCond),
          joinWords(action.entities.map((entity) => describeEntity(declared, fields, { entity }))),
        ],
      }))}
    />
  );
}

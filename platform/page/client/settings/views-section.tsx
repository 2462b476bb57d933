import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { reportMessages } from "../messages/report-messages.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { translate } from "../shell/translate.ts";
import { describeCondition, describeSort, nameField } from "./describe.ts";
import { FactTable } from "./fact-table.tsx";
import { listMessages } from "../messages/list-messages.ts";
import { joinWords } from "../shell/join-words.ts";

/** The lists of an app. */
export function ViewsSection({ app }: { readonly app: BootstrapApp }): ReactElement {
  const { fields, views } = app.settings;
  return (
    <FactTable
      name={translate(text.views)}
      heads={[
        translate(text.name),
        translate(text.type),
        translate(text.fields),
        translate(text.condition),
        translate(text.sort),
      ]}
      rows={views
        .toSorted((left, right) => Number(left.index) - Number(right.index))
        .map((view) => ({
          key: view.id,
          cells: [
            view.builtinType === "ASSIGNEE" ? translate(listMessages.assigneeView) : view.name,
            translate(text[view.type]),
            joinWords(
              (view.fields ?? [view.date ?? "", view.title ?? ""].filter((code) => code !== "")).map((code) =>
                nameField(fields, code),
              ),
            ),
            describeCondition(fields, view.filterCond),
            describeSort(fields, view.sort),
          ],
        }))}
    />
  );
}

/** The graphs of an app. */
export function ReportsSection({ app }: { readonly app: BootstrapApp }): ReactElement {
  const { fields, reports } = app.settings;
  return (
    <FactTable
      name={translate(text.reports)}
      heads={[
        translate(text.name),
        translate(text.type),
        translate(text.groups),
        translate(text.figures),
        translate(text.condition),
      ]}
      rows={reports.map((report) => ({
        key: report.id,
        cells: [
          <a key="name" href={`/k/${app.id}/report?report=${report.id}`}>
            {report.name}
          </a>,
          translate(text[report.chartType]),
          joinWords(report.groups.map(({ code }) => nameField(fields, code))),
          joinWords(
            report.aggregations.map(({ type, code }) =>
              translate(reportMessages[type], { field: nameField(fields, code ?? "") }),
            ),
          ),
          describeCondition(fields, report.filterCond),
        ],
      }))}
    />
  );
}

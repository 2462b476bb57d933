import type { ReactElement } from "react";
import type { BootstrapApp, DeclaredSettings } from "../../bootstrap.ts";
import type { ReminderTiming } from "../../../store/notification-settings.ts";
import type { StoredField } from "../../../store/app-settings.ts";
import { settingsMessages as text } from "../messages/settings-messages.ts";
import { translate } from "../shell/translate.ts";
import { describeCondition, describeEntity, nameField } from "./describe.ts";
import { FactTable } from "./fact-table.tsx";
import { joinWords } from "../shell/join-words.ts";

const events = ["recordAdded", "recordEdited", "commentAdded", "statusChanged", "fileImported"] as const;

/** Who is told of what, and when. */
export function NoticesSection({
  app,
  declared,
}: {
  readonly app: BootstrapApp;
  readonly declared: DeclaredSettings;
}): ReactElement {
  const { fields } = app.settings;
  const { general, perRecord, reminders } = declared.notifications;
  const whom = (targets: readonly Parameters<typeof describeEntity>[2][]): string =>
    joinWords(targets.map((target) => describeEntity(declared, fields, target)));
  return (
    <>
      <h3>{translate(text.generalNotices)}</h3>
      <FactTable
        name={translate(text.generalNotices)}
        heads={[translate(text.who), translate(text.events)]}
        rows={general.map((line) => ({
          key: `${line.entity.type} ${line.entity.code ?? ""}`,
          cells: [
            whom([line]),
            joinWords(events.filter((event) => line[event]).map((event) => translate(text[event]))),
          ],
        }))}
      />
      <h3>{translate(text.perRecordNotices)}</h3>
      <FactTable
        name={translate(text.perRecordNotices)}
        heads={[translate(text.noticeTitle), translate(text.condition), translate(text.who)]}
        rows={perRecord.map((line, index) => ({
          key: String(index),
          cells: [line.title, describeCondition(fields, line.filterCond), whom(line.targets)],
        }))}
      />
      <h3>{translate(text.reminders)}</h3>
      <FactTable
        name={translate(text.reminders)}
        heads={[translate(text.noticeTitle), translate(text.timing), translate(text.condition), translate(text.who)]}
        rows={reminders.map((line, index) => ({
          key: String(index),
          cells: [
            line.title,
            describeTiming(fields, line.timing),
            describeCondition(fields, line.filterCond),
            whom(line.targets),
          ],
        }))}
      />
    </>
  );
}

function describeTiming(fields: readonly StoredField[], timing: ReminderTiming): string {
  const days = Number(timing.daysLater);
  const words = days > 0 ? text.daysAfter : days < 0 ? text.daysBefore : text.sameDay;
  const day = translate(words, { name: nameField(fields, timing.code), days: Math.abs(days) });
  return "time" in timing
    ? translate(text.atTime, { day, time: timing.time })
    : translate(text.hoursAfter, { day, hours: timing.hoursLater });
}

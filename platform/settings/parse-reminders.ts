import type { Reminder, ReminderTiming } from "../store/notification-settings.ts";
import { addFault, addRefusal, placeOf, type Place } from "./fault.ts";
import { findField } from "./find-field.ts";
import { type NotificationSource, readNotification } from "./parse-notifications.ts";
import { readInteger, readList, readObject, readText } from "./read-value.ts";
import { settingsText } from "./text.ts";

const timedTypes = new Set(["DATE", "DATETIME", "CREATED_TIME", "UPDATED_TIME"]);
/** Documented: minutes are 00, 10, 20, 30, 40 or 50. */
const timePattern = /^([01]\d|2[0-3]):[0-5]0$/u;
const range = { min: -10_000, max: 10_000, initial: "0", required: true } as const;

/** `notifications` of `PUT preview/app/notifications/reminder.json`; null = not sent. */
export function parseReminders(place: Place, raw: unknown, source: NotificationSource): readonly Reminder[] | null {
  const list = readList(place, raw);
  return (
    list &&
    list.flatMap((item, index) => {
      const here = placeOf(place, index);
      const sent = readObject(here, item);
      return sent === null
        ? []
        : [
            {
              timing: readTiming(placeOf(here, "timing"), sent["timing"], source),
              ...readNotification(here, sent, source),
            },
          ];
    })
  );
}

/** The time zone of reminders: an IANA name. */
export function parseTimezone(place: Place, raw: unknown, initial: string | null): string | null {
  const timezone = readText(place, raw, { initial: initial ?? "" });
  if (timezone !== "" && !isTimezone(timezone)) {
    addFault(place, settingsText.notFound);
  }
  return timezone === "" ? initial : timezone;
}

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function readTiming(place: Place, raw: unknown, source: NotificationSource): ReminderTiming {
  const sent = readObject(place, raw);
  if (sent === null) {
    addFault(place, settingsText.required);
    return { code: "", daysLater: "0", time: "00:00" };
  }
  const codePlace = placeOf(place, "code");
  const code = readText(codePlace, sent["code"], { initial: "", required: true });
  const type = findField(source.settings.fields, code)?.type;
  if (code !== "" && type === undefined) {
    addRefusal(codePlace, "GAIA_FC01", { code });
  } else if (type !== undefined && !timedTypes.has(type)) {
    addFault(codePlace, settingsText.wrongFieldForUse);
  }
  const daysLater = readInteger(placeOf(place, "daysLater"), sent["daysLater"], range);
  const timePlace = placeOf(place, "time");
  const hoursPlace = placeOf(place, "hoursLater");
  const hours = sent["hoursLater"];
  if (hours === undefined || hours === null) {
    const time = readText(timePlace, sent["time"], { initial: "", required: true });
    if (time !== "" && !timePattern.test(time)) {
      addFault(timePlace, settingsText.notATime);
    }
    return { code, daysLater, time };
  }
  // A day has no hours to count from, and one reminder has one moment.
  if (type === "DATE" || (sent["time"] !== undefined && sent["time"] !== null)) {
    addFault(hoursPlace, settingsText.hoursWithoutInstant);
  }
  return { code, daysLater, hoursLater: readInteger(hoursPlace, hours, range) };
}

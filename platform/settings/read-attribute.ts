import { addFault, placeOf, type Place } from "./fault.ts";
import type { Attribute } from "./field-attributes.ts";
import { readEntities, type FieldEntity } from "./read-entities.ts";
import { readOptions, type Options } from "./read-options.ts";
import { readDecimal, readFlag, readInteger, readList, readText, readWord } from "./read-value.ts";
import { settingsText, textNotInOptions, textTooLong } from "./text.ts";

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/u;
const clockPattern = /^([01]\d|2[0-3]):[0-5]\d$/u;
const instantPattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/u;

/** Official description of `defaultValue`. */
const longestNumber = 1000;

export type AttributeValue = string | boolean | Options | readonly string[] | readonly FieldEntity[];

/** What a field's other keys say, which some keys need: a default value must be one of the options. */
export type AttributeSource = {
  /** The value sent for this key, `undefined` when it was not sent. */
  readonly sent: unknown;
  /** The value the field has now, `undefined` for a new field. */
  readonly current: unknown;
  /** The options the field will have. */
  readonly options: readonly string[];
  readonly type: string;
};

/** The value one key of a property gets, in the shape in which kintone answers it. */
export function readAttribute(place: Place, attribute: Attribute, source: AttributeSource): AttributeValue {
  const { sent, current } = source;
  switch (attribute.kind) {
    case "flag":
      return readFlag(place, sent, typeof current === "boolean" ? current : attribute.initial);
    case "text": {
      const initial = textOr(current, attribute.initial);
      return readText(place, sent, attribute.max === undefined ? { initial } : { initial, max: attribute.max });
    }
    case "decimal":
      if (typeof sent === "string" && sent.length > longestNumber) {
        addFault(place, textTooLong(longestNumber));
      }
      return readDecimal(place, sent, textOr(current, ""));
    case "count":
      return sent === undefined || sent === null
        ? textOr(current, "")
        : readInteger(place, sent, { initial: "", min: 0, max: attribute.max });
    case "word":
      return readWord(place, sent, { words: attribute.words, initial: textOr(current, attribute.initial) });
    case "day":
      return readPatterned(place, source, isDay, settingsText.notADate);
    case "clock":
      return readPatterned(place, source, (text) => clockPattern.test(text), settingsText.notATime);
    case "instant":
      return readPatterned(place, source, (text) => instantPattern.test(text), settingsText.notADateTime).slice(0, 16);
    case "options":
      return readOptions(place, sent ?? current, current);
    case "choice":
      return readChoice(place, source);
    case "choices":
      return readChoices(place, source);
    case "entities":
      break;
  }
  return readEntities(place, sent ?? current, attribute.types);
}

function textOr(value: unknown, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

function readPatterned(
  place: Place,
  source: AttributeSource,
  isRight: (text: string) => boolean,
  fault: { readonly ja: string; readonly en: string },
): string {
  const text = readText(place, source.sent, { initial: textOr(source.current, "") });
  if (text !== "" && !isRight(text)) {
    addFault(place, fault);
    return "";
  }
  return text;
}

function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  if (match === null) {
    return false;
  }
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
}

/** A radio button always has a default: the first option where none was given (observed). */
function readChoice(place: Place, source: AttributeSource): string {
  const first = source.type === "RADIO_BUTTON" ? (source.options[0] ?? "") : "";
  if (source.sent === undefined || source.sent === null) {
    const kept = textOr(source.current, first);
    // An option that is no longer there cannot stay the default; kintone's own answer to this is not known.
    return kept === "" || source.options.includes(kept) ? kept || first : first;
  }
  const choice = readText(place, source.sent, { initial: first });
  if (choice !== "" && !source.options.includes(choice)) {
    addFault(place, textNotInOptions(choice));
  }
  return choice === "" ? first : choice;
}

function readChoices(place: Place, source: AttributeSource): readonly string[] {
  if (source.sent === undefined || source.sent === null) {
    return Array.isArray(source.current) ? source.options.filter((name) => listHas(source.current, name)) : [];
  }
  // Older clients send the single default of a check box as text.
  const list = typeof source.sent === "string" ? [source.sent] : readList(place, source.sent);
  return (list ?? [])
    .map((item, index) => {
      const choice = readText(placeOf(place, index), item, { initial: "" });
      if (choice !== "" && !source.options.includes(choice)) {
        addFault(placeOf(place, index), textNotInOptions(choice));
      }
      return choice;
    })
    .filter((choice) => choice !== "");
}

function listHas(list: unknown, name: string): boolean {
  return Array.isArray(list) && list.includes(name);
}

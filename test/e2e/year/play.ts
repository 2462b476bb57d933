import { type AppKey, appKeys } from "../../../apps-schema/schema/app-key.ts";
import { suiteApps } from "../../../apps-schema/suite.ts";
import { listOf, memberOf, textOf } from "../../../scripts/deploy/client/json.ts";
import type { Answer, Town } from "./start-town.ts";

/** Everybody with an account but the one who deployed. */
const people = [
  "jimukyoku",
  "tantou",
  "tantou2",
  "kachou",
  "kachou2",
  "koukai",
  "iin",
  "etsuran",
  "kanri",
  "nanashi",
] as const;

type Person = (typeof people)[number] | "admin";

type Values = Readonly<Record<string, unknown>>;

/** What people do and see; records are named by their key fields. */
export type Play = {
  readonly add: (by: Person, app: AppKey, values: Values) => Promise<void>;
  /** Changes fields of one record; a lookup that is given is looked up anew. */
  readonly change: (by: Person, app: AppKey, key: string, values: Values) => Promise<void>;
  /** Makes a record with what an app action of another one copies, and what is typed beside it. */
  readonly press: (by: Person, app: AppKey, key: string, act: { button: string; typed: Values }) => Promise<void>;
  readonly remark: (by: Person, app: AppKey, key: string, text: string) => Promise<void>;
  /** Takes steps of the process one after another. */
  readonly act: (by: Person, app: AppKey, key: string, ...actions: string[]) => Promise<void>;
  /** The refusal's code of a try that must not succeed. */
  readonly tries: {
    readonly add: (by: Person, app: AppKey, values: Values) => Promise<string>;
    readonly change: (by: Person, app: AppKey, key: string, values: Values) => Promise<string>;
    readonly act: (by: Person, app: AppKey, key: string, action: string) => Promise<string>;
    readonly read: (by: Person, app: AppKey, key: string) => Promise<string>;
  };
  /** The keys in a deployed list, by its own condition and order, for each who is asked. */
  readonly sees: (app: AppKey, view: string, who: readonly Person[]) => Promise<Record<string, string[]>>;
  readonly read: (app: AppKey, key: string) => Promise<Record<string, unknown>>;
  readonly idOf: (app: AppKey, key: string) => Promise<string>;
  /** Everything that reached any inbox since the last look: `who: record kind, or what it says`. */
  readonly told: () => Promise<string[]>;
  /** The dates of the state, which go on beside everything else and are kept apart from it. */
  readonly national: () => readonly string[];
  /** Moves to a moment of Japan's clocks, like `2026-04-01` (9:00) or `2026-04-01 08:40`. */
  readonly comes: (moment: string) => Promise<void>;
};

export function createPlay(town: Town): Play {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const national: string[] = [];

  const idOf = async (app: AppKey, key: string): Promise<string> => {
    const known = ids.get(`${app} ${key}`);
    if (known !== undefined) {
      return known;
    }
    const query = encodeURIComponent(`${suiteApps[app].keyField} = "${key}"`);
    const { body } = await town.call("admin", "GET", `/k/v1/records.json?app=${town.appId(app)}&query=${query}`);
    const [record] = listOf(memberOf(body, "records"));
    const id = textOf(memberOf(memberOf(record, "$id"), "value"));
    if (id === "") {
      throw new Error(`${app} has no record ${key}`);
    }
    ids.set(`${app} ${key}`, id);
    names.set(`${town.appId(app)} ${id}`, `${app} ${key}`);
    return id;
  };
  const post = (by: Person, app: AppKey, values: Values): Promise<Answer> =>
    town.call(by, "POST", "/k/v1/record.json", { app: town.appId(app), record: toRecord(values) });
  const put = async (by: Person, app: AppKey, key: string, values: Values): Promise<Answer> =>
    town.call(by, "PUT", "/k/v1/record.json", {
      app: town.appId(app),
      id: await idOf(app, key),
      record: toRecord(values),
    });
  const step = async (by: Person, app: AppKey, key: string, action: string): Promise<Answer> => {
    const at = { app: town.appId(app), id: await idOf(app, key) };
    const { states = [], actions = [] } = suiteApps[app].process ?? {};
    const { to } = actions.find(({ name }) => name === action) ?? {};
    const goesHome = states.some(({ name, assignees }) => name === to && assignees === "creator");
    // kintone asks who shall have a record that goes back to the state of its creator.
    const assignee = goesHome ? { assignee: await creatorOf(at.app, at.id) } : {};
    return town.call(by, "PUT", "/k/v1/record/status.json", { ...at, action, ...assignee });
  };
  const creatorOf = async (app: string, id: string): Promise<string> => {
    const { body } = await town.call("admin", "GET", `/k/v1/record.json?app=${app}&id=${id}`);
    return textOf(memberOf(memberOf(memberOf(memberOf(body, "record"), "作成者"), "value"), "code"));
  };
  /** What the deployed action offers to this person, by the domain's own answer. */
  const copy = async (
    by: Person,
    app: AppKey,
    key: string,
    button: string,
  ): Promise<{ to: AppKey; copied: Values }> => {
    const { body: settings } = await town.call("admin", "GET", `/k/v1/app/actions.json?app=${town.appId(app)}`);
    const action = memberOf(memberOf(settings, "actions"), button);
    const to = appKeys.find((each) => town.appId(each) === textOf(memberOf(memberOf(action, "destApp"), "app")));
    const path = `/k/v1/record.json?app=${town.appId(app)}&id=${await idOf(app, key)}`;
    const { body } = await town.call(by, "GET", path);
    if (to === undefined) {
      throw new Error(`${app} has no action ${button}`);
    }
    const copied = listOf(memberOf(action, "mappings")).map((mapping): [string, unknown] => [
      textOf(memberOf(mapping, "destField")),
      memberOf(memberOf(memberOf(body, "record"), textOf(memberOf(mapping, "srcField"))), "value"),
    ]);
    return { to, copied: Object.fromEntries(copied) };
  };

  return {
    add: async (by, app, values) => {
      done(await post(by, app, values), `${by} adds to ${app}`);
      await idOf(app, String(values[suiteApps[app].keyField]));
    },
    change: async (by, app, key, values) => done(await put(by, app, key, values), `${by} changes ${app} ${key}`),
    press: async (by, app, key, { button, typed }) => {
      const { to, copied } = await copy(by, app, key, button);
      const values = { ...copied, ...typed };
      done(await post(by, to, values), `${by} ${button} ${app} ${key}`);
      await idOf(to, String(values[suiteApps[to].keyField]));
    },
    remark: async (by, app, key, text) => {
      const body = { app: town.appId(app), record: await idOf(app, key), comment: { text } };
      done(await town.call(by, "POST", "/k/v1/record/comment.json", body), `${by} remarks on ${app} ${key}`);
    },
    act: async (by, app, key, ...actions) => {
      for (const action of actions) {
        done(await step(by, app, key, action), `${by} ${action} ${app} ${key}`);
      }
    },
    tries: {
      add: async (by, app, values) => codeOf(await post(by, app, values)),
      change: async (by, app, key, values) => codeOf(await put(by, app, key, values)),
      act: async (by, app, key, action) => codeOf(await step(by, app, key, action)),
      read: async (by, app, key) =>
        codeOf(await town.call(by, "GET", `/k/v1/record.json?app=${town.appId(app)}&id=${await idOf(app, key)}`)),
    },
    sees: async (app, name, who) => {
      const { filterCond, sort } = town.view(app, name);
      const query = encodeURIComponent(`${filterCond} ${sort === "" ? "" : `order by ${sort}`} limit 100`);
      const seen: Record<string, string[]> = {};
      for (const person of who) {
        const answer = await town.call(person, "GET", `/k/v1/records.json?app=${town.appId(app)}&query=${query}`);
        const keys = listOf(memberOf(answer.body, "records")).map((record) =>
          textOf(memberOf(memberOf(record, suiteApps[app].keyField), "value")),
        );
        seen[person] = answer.status === 200 ? keys : [codeOf(answer)];
      }
      return seen;
    },
    read: async (app, key) => {
      const path = `/k/v1/record.json?app=${town.appId(app)}&id=${await idOf(app, key)}`;
      const { body } = await town.call("admin", "GET", path);
      return Object.fromEntries(
        Object.entries(Object(memberOf(body, "record"))).map(([code, field]) => [code, memberOf(field, "value")]),
      );
    },
    idOf,
    told: async () => {
      const lines: string[] = [];
      for (const person of people) {
        const { body } = await town.call(person, "GET", "/k/platform/inbox.json?filter=unread");
        for (const notice of listOf(memberOf(body, "notices")).toReversed()) {
          const line = `${person}: ${describeNotice(notice, names)}`;
          (line.includes(" 国の期限") ? national : lines).push(line);
        }
        await town.call(person, "PUT", "/k/platform/inbox.json", { all: true, read: true });
      }
      return lines;
    },
    national: () => national,
    comes: (moment) => {
      const [day = "", time = "09:00"] = moment.split(" ");
      return town.moveClock(new Date(`${day}T${time}:00+09:00`).toISOString());
    },
  };
}

/** A reminder by its words up to the first stop, which name the day; everything else by its kind. */
function describeNotice(notice: unknown, names: ReadonlyMap<string, string>): string {
  const app = textOf(memberOf(memberOf(notice, "app"), "id"));
  const record = textOf(memberOf(memberOf(notice, "record"), "id"));
  const title = textOf(memberOf(notice, "title"));
  const what = title === "" ? textOf(memberOf(notice, "kind")) : (title.split("。")[0] ?? "");
  return `${names.get(`${app} ${record}`) ?? `${app} ${record}`} ${what}`;
}

/** The apps whose lists say whose turn it is. */
export const appsWithTurns = appKeys.filter((key) => suiteApps[key].process !== undefined);

function toRecord(values: Values): Record<string, { value: unknown }> {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { value }]));
}

function done(answer: Answer, what: string): void {
  if (answer.status !== 200) {
    throw new Error(`${what}: ${JSON.stringify(answer.body)}`);
  }
}

function codeOf({ status, body }: Answer): string {
  return status === 200 ? "done" : textOf(memberOf(body, "code"));
}

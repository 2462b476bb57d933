import { carryOutDeploy } from "../../api/deploy/carry-out-deploy.ts";
import type { Language, OperationContext } from "../../api/operation.ts";
import { findOperation } from "../../http/find-operation.ts";
import { toErrorBody } from "../../http/to-error-body.ts";
import type { Message } from "../../page/message.ts";
import { PlatformError } from "../../platform-error.ts";
import type { Store } from "../../store/store.ts";
import type { Seed } from "./parse-seed.ts";

/** A seed file could not be applied; the message says where in it and why. */
export class SeedRefused extends Error {
  /** Where, and why. */
  readonly reason: Message;

  constructor(place: string, reason: Message) {
    super(
      `シードの ${place} を取り込めませんでした: ${reason.ja} 何も書き込まれていません。` +
        ` / The seed's ${place} was refused: ${reason.en} Nothing was written.`,
    );
    this.name = "SeedRefused";
    this.reason = { ja: `${place}: ${reason.ja}`, en: `${place}: ${reason.en}` };
  }
}

type Call = (place: string, method: string, path: string, params: Readonly<Record<string, unknown>>) => unknown;

/**
 * Fills an empty domain through the same operations that REST calls, so that a seed cannot make what kintone would refuse.
 * It is one transaction: all of the seed is there, or nothing. Apps get the ids 1, 2, … in the order of the file.
 */
export function applySeed(store: Store, seed: Seed, now: Date): void {
  store.transaction(() => {
    const call = createCall(store, now);
    addPeople(call, seed);
    const ids = seed.apps.map(({ name }, index) => {
      call(`apps[${index}].name`, "POST", "/k/v1/preview/app.json", { name });
      return index + 1;
    });
    // Lookups and related records may refer to an app further down, the latter also to a lookup: they come when what they need is there.
    for (const turn of [0, 1, 2]) {
      for (const [index, { fields }] of seed.apps.entries()) {
        const chosen = Object.entries(fields).filter(([, field]) => turnOf(field) === turn);
        if (chosen.length > 0) {
          call(`apps[${index}].fields`, "POST", "/k/v1/preview/app/form/fields.json", {
            app: ids[index],
            properties: Object.fromEntries(chosen),
          });
        }
      }
    }
    for (const [index, app] of seed.apps.entries()) {
      putSections(call, listSettings(app), { place: `apps[${index}]`, app: ids[index] });
    }
    deployAll({ store, call, ids, now });
    for (const [index, { records }] of seed.apps.entries()) {
      for (let start = 0; start < records.length; start += 100) {
        call(`apps[${index}].records[${start}…]`, "POST", "/k/v1/records.json", {
          app: ids[index],
          records: records.slice(start, start + 100).map(toRecord),
        });
      }
    }
    // Rights come last: an app that nobody may add to has its records all the same.
    for (const [index, app] of seed.apps.entries()) {
      putSections(call, listRights(app), { place: `apps[${index}]`, app: ids[index] });
    }
    const limited = ids.filter((_, index) =>
      listRights(seed.apps[index] ?? {}).some(([, , body]) => body !== undefined),
    );
    deployAll({ store, call, ids: limited, now });
  });
}

function createCall(store: Store, now: Date): Call {
  const caller = store.users.find("admin");
  if (caller === null) {
    throw new Error("the first account is not there");
  }
  return (place, method, path, params) => {
    const route = findOperation(method, path);
    if (route === null) {
      throw new SeedRefused(place, { ja: `${method} ${path}`, en: `${method} ${path}` });
    }
    const context: OperationContext = {
      params,
      caller,
      language: "ja",
      preview: route.preview,
      store,
      now,
      setsCategories: true,
    };
    try {
      return route.operation.run(context);
    } catch (error) {
      if (error instanceof PlatformError) {
        throw new SeedRefused(place, { ja: describeError(error, "ja"), en: describeError(error, "en") });
      }
      throw error;
    }
  };
}

/** The refusal in one line: its text, then each place and what is wrong there. */
function describeError(error: PlatformError, language: Language): string {
  const { message, errors = {} } = toErrorBody(error, language);
  const places = Object.entries(errors).map(([path, { messages }]) => `${path}: ${messages.join(" ")}`);
  return [message, ...places].join(" ");
}

function addPeople(call: Call, { organizations, groups, users }: Seed): void {
  if (organizations.length > 0) {
    call("organizations", "POST", "/v1/organizations.json", { organizations });
  }
  if (groups.length > 0) {
    call("groups", "POST", "/v1/groups.json", { groups });
  }
  for (const [index, { groups: memberOf, organizations: worksIn, preference, ...user }] of users.entries()) {
    const place = `users[${index}]`;
    call(place, "POST", "/v1/users.json", { users: [{ password: user.code, name: user.code, ...user }] });
    if (memberOf !== undefined) {
      call(`${place}.groups`, "PUT", "/v1/user/groups.json", { code: user.code, groups: memberOf });
    }
    if (worksIn !== undefined) {
      call(`${place}.organizations`, "PUT", "/v1/user/organizations.json", { code: user.code, organizations: worksIn });
    }
    if (preference !== undefined) {
      call(`${place}.preference`, "PUT", "/k/platform/preference.json", { ...preference, code: user.code });
    }
  }
}

type Section = readonly [name: string, path: string, body: Readonly<Record<string, unknown>> | undefined];

function listSettings(seed: Seed["apps"][number]): readonly Section[] {
  return [
    ["layout", "app/form/layout.json", seed.layout && { layout: seed.layout }],
    ["views", "app/views.json", seed.views && { views: seed.views }],
    ["settings", "app/settings.json", seed.settings],
    ["process", "app/status.json", seed.process],
    ["reports", "app/reports.json", seed.reports],
    ["categories", "app/categories.json", seed.categories],
  ];
}

function listRights(seed: Pick<Seed["apps"][number], "acl" | "recordAcl" | "fieldAcl">): readonly Section[] {
  return [
    ["acl", "app/acl.json", seed.acl],
    ["recordAcl", "record/acl.json", seed.recordAcl],
    ["fieldAcl", "field/acl.json", seed.fieldAcl],
  ];
}

function putSections(
  call: Call,
  sections: readonly Section[],
  { place, app }: { readonly place: string; readonly app: number | undefined },
): void {
  for (const [name, path, body] of sections) {
    if (body !== undefined) {
      call(`${place}.${name}`, "PUT", `/k/v1/preview/${path}`, { ...body, app });
    }
  }
}

/** Records go into live apps only, so the deploy is carried out at once, whatever delay the server was given. */
function deployAll(work: {
  readonly store: Store;
  readonly call: Call;
  readonly ids: readonly number[];
  readonly now: Date;
}): void {
  const [first] = work.ids;
  if (first !== undefined) {
    work.call("apps", "POST", "/k/v1/preview/app/deploy.json", { apps: work.ids.map((app) => ({ app })) });
    carryOutDeploy(work.store, first, work.now);
  }
}

function turnOf(field: Readonly<Record<string, unknown>>): 0 | 1 | 2 {
  if (field["type"] === "REFERENCE_TABLE") {
    return 2;
  }
  return field["lookup"] === undefined ? 0 : 1;
}

/** `{ "name": "x" }` is short for `{ "name": { "value": "x" } }`. */
function toRecord(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([code, value]) => [
      code,
      typeof value === "object" && value !== null && "value" in value ? value : { value },
    ]),
  );
}

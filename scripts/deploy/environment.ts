import { existsSync, readFileSync, readdirSync } from "node:fs";
import * as v from "valibot";
import type { AppKey, Role } from "../../apps-schema/schema/app-key.ts";
import { appKeys, roles } from "../../apps-schema/schema/app-key.ts";
import { defineMessages } from "../../domain/message.ts";
import { rules } from "../../domain/rules/rules.ts";
import { createFailure } from "../cli/failure.ts";
import { inRepository } from "../cli/repository-root.ts";
import { parseJson } from "./client/json.ts";
import { overlaySchema } from "./overlay/overlay.ts";

const messages = defineMessages({
  unknown: {
    ja: "環境「{name}」がありません(あるのは {known})。environments/README.md のとおりに環境のファイルを足すか、--env の名前を確かめてください。",
    en: "There is no environment “{name}” (there are: {known}). Add a file as environments/README.md says, or check --env.",
  },
  incomplete: {
    ja: "環境「{name}」の設定が足りません: {missing}。environments/{name}.json と環境変数を直してから、もう一度実行してください。",
    en: "The environment “{name}” is not complete: {missing}. Mend environments/{name}.json and the variables, then run again.",
  },
});

const principalSchema = v.object({
  type: v.picklist(["GROUP", "ORGANIZATION", "USER"], "「GROUP」「ORGANIZATION」「USER」のどれか"),
  code: v.pipe(v.string("文字列が必要"), v.minLength(1, "コードが空")),
});

export type Principal = v.InferOutput<typeof principalSchema>;

const principalListSchema = v.pipe(v.array(principalSchema), v.minLength(1, "1つ以上が必要"));

/** One `{ type, code }`, or a list of them; looked at before it is parsed, so that a mistake is named at its own place. */
const principalsSchema = v.lazy((given) => (Array.isArray(given) ? principalListSchema : principalSchema));

/** Who stands behind each role, as the environment writes it. */
export type People = Readonly<Record<Role, Principal | readonly Principal[]>>;

const variableName = v.pipe(
  v.string("環境変数の名前が必要"),
  v.regex(/^[A-Z][A-Z0-9_]*$/u, "環境変数の名前は英大文字・数字・_"),
);

const unknownMember = "この名前の項目はありません";
const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

const kintoneId = v.pipe(
  v.union([v.string(), v.number()], "番号が必要"),
  v.transform(String),
  v.regex(/^[1-9][0-9]*$/u, "番号が必要"),
);

const spaceSchema = v.strictObject({ id: kintoneId, thread: v.optional(kintoneId) }, unknownMember);

// Strict: a password that somebody writes into the file is refused instead of being overlooked.
const environmentSchema = v.strictObject(
  {
    format: v.literal(1, "「1」が必要"),
    name: v.string("文字列が必要"),
    label: v.pipe(v.string("文字列が必要"), v.minLength(1, "空")),
    kind: v.optional(v.picklist(["production", "staging", "local"], "「production」「staging」「local」のどれか")),
    baseUrl: v.pipe(
      v.string("アドレスが必要"),
      v.check(isReachableUrl, "https: か http://localhost のアドレスが必要"),
      v.check(isPlainUrl, "アドレスにログイン名・パスワード・パスは書けません"),
    ),
    isLocal: v.boolean("true か false が必要"),
    guestSpace: v.optional(kintoneId),
    space: v.optional(spaceSchema),
    apps: v.optional(v.record(v.picklist(appKeys, "アプリの名前が宣言にありません"), kintoneId), {}),
    credentials: v.strictObject({ username: variableName, password: variableName }, unknownMember),
    principals: v.object(
      v.entriesFromList(roles, principalsSchema) satisfies Record<Role, typeof principalsSchema>,
      "役割の割り当てが必要",
    ),
    overlay: v.optional(overlaySchema, {}),
    ruleLevels: v.optional(
      v.record(
        v.pipe(
          v.string(),
          v.check((id) => ruleIds.has(id), "この名前の規則はありません"),
        ),
        v.picklist(["stop", "reason", "hint", "off"], "「stop」「reason」「hint」「off」のどれか"),
      ),
      {},
    ),
    labels: v.optional(v.record(v.string(), v.string()), {}),
  },
  unknownMember,
);

type ParsedEnvironment = v.InferOutput<typeof environmentSchema>;

/** `production`: staff work with it. `staging`: its pages say that it is for trying. `local`: the platform of this machine. */
type EnvironmentKind = "production" | "staging" | "local";

export type Environment = Omit<
  ParsedEnvironment,
  "format" | "credentials" | "kind" | "guestSpace" | "space" | "apps" | "principals"
> & {
  readonly principals: People;
  readonly kind: EnvironmentKind;
  readonly username: string;
  readonly password: string;
  /** Id of the guest space whose paths (`/k/guest/N/v1/…`) every app of this environment is reached by. */
  readonly guestSpace: string | null;
  /** Where apps are created; null = in no space. */
  readonly space: { readonly id: string; readonly thread: string | null } | null;
  /** Apps that the domain has already and that become the suite's. */
  readonly apps: Readonly<Partial<Record<AppKey, string>>>;
};

/** The names of all environments, for messages. */
function listEnvironmentNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .toSorted();
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads `environments/<name>.json`, lets KINTONE_… variables override it, and lists everything that is missing at once. */
export function loadEnvironment(
  name: string,
  variables: Variables = process.env,
  folder: string = inRepository("environments"),
): Environment {
  const file = `${folder}/${name}.json`;
  if (!/^[a-z0-9][a-z0-9-]*$/u.test(name) || !existsSync(file)) {
    throw createFailure("configuration", messages.unknown, { name, known: listEnvironmentNames(folder).join("、") });
  }
  const raw = parseJson(readFileSync(file, "utf8"));
  const result = parseEnvironment(name, raw, variables);
  if ("missing" in result) {
    throw createFailure("configuration", messages.incomplete, { name, missing: result.missing.join("、") });
  }
  return result.environment;
}

/** The environment, or the list of what is missing or wrong in it. */
export function parseEnvironment(
  name: string,
  raw: unknown,
  variables: Variables,
): { environment: Environment } | { missing: string[] } {
  const overridden =
    typeof raw === "object" && raw !== null && filled(variables["KINTONE_BASE_URL"])
      ? { ...raw, baseUrl: variables["KINTONE_BASE_URL"] }
      : raw;
  const parsed = v.safeParse(environmentSchema, overridden);
  const missing = parsed.success
    ? []
    : parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "ファイル"}(${toReason(issue)})`);
  if (!parsed.success) {
    return { missing };
  }
  const { credentials, format: _, kind, guestSpace = null, space, ...environment } = parsed.output;
  if (environment.name !== name) {
    missing.push(`name(ファイル名と同じ「${name}」が必要)`);
  }
  const isLocal = environment.isLocal && isLocalhost(environment.baseUrl);
  missing.push(...findContradictions(parsed.output));
  const preset = isLocal && name === "local" ? "admin" : undefined;
  const username = filled(variables["KINTONE_USERNAME"]) ?? filled(variables[credentials.username]) ?? preset;
  const password = filled(variables["KINTONE_PASSWORD"]) ?? filled(variables[credentials.password]) ?? preset;
  if (username === undefined) {
    missing.push(`環境変数 ${credentials.username}(ログイン名)`);
  }
  if (password === undefined) {
    missing.push(`環境変数 ${credentials.password}(パスワード)`);
  }
  if (username === undefined || password === undefined || missing.length > 0) {
    return { missing };
  }
  const baseUrl = environment.baseUrl.replace(/\/+$/u, "");
  const place = space ?? (guestSpace === null ? undefined : { id: guestSpace });
  return {
    environment: {
      ...environment,
      baseUrl,
      isLocal,
      // Who does not say what an environment is for gets the strictest: production.
      kind: kind ?? (isLocal ? "local" : "production"),
      guestSpace,
      space: place === undefined ? null : { id: place.id, thread: place.thread ?? null },
      username,
      password,
    },
  };
}

function findContradictions({ kind, isLocal, guestSpace, space, apps }: ParsedEnvironment): string[] {
  const ids = Object.values(apps);
  return [
    ...(kind !== undefined && (kind === "local") !== isLocal ? ["kind(local は isLocal が true の環境だけ)"] : []),
    ...(guestSpace !== undefined && space !== undefined && space.id !== guestSpace
      ? ["space.id(guestSpace と同じ番号が必要)"]
      : []),
    ...(new Set(ids).size < ids.length ? ["apps(同じアプリの番号が2つあります)"] : []),
  ];
}

/** valibot says in English that a key is absent; everything else is worded in the schema. */
function toReason(issue: { readonly received: string; readonly message: string }): string {
  return issue.received === "undefined" ? "ありません" : issue.message;
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value;
}

function isReachableUrl(text: string): boolean {
  return URL.canParse(text) && (new URL(text).protocol === "https:" || isLocalhost(text));
}

/** An address alone: what stands before an @ would be a secret in a file, and paths are kintone's own. */
function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text)) {
    return true;
  }
  const { username, password, pathname, search } = new URL(text);
  return username === "" && password === "" && pathname === "/" && search === "";
}

/** Only the name `localhost`: kintone's own REST client refuses http for any other host, 127.0.0.1 included. */
function isLocalhost(text: string): boolean {
  return URL.canParse(text) && new URL(text).hostname === "localhost";
}

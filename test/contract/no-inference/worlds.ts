import { expect } from "vitest";
import { startTestPlatform, type TestPlatform } from "../harness.ts";

const everyone = { type: "GROUP", code: "everyone" } as const;
export const all = { viewable: true, editable: true, deletable: true };

/** One of the two domains. */
export type World = {
  readonly platform: TestPlatform;
  readonly app: string;
  /** Lookups and related records of the app. */
  readonly other: string;
  /** An app of which 担当 has no right at all. */
  readonly closed: string;
  readonly space: string;
};

/** What differs: wages by record, an own note, costs in rows, the hidden record's name and comment, the closed app's name. */
type Secrets = {
  readonly wages: readonly [number, number, number];
  readonly former: number;
  readonly file: string;
  readonly note: string;
  readonly costs: readonly [number, number];
  readonly hidden: readonly string[];
  readonly closed: string;
};

const secrets: readonly Secrets[] = [
  { wages: [100, 300, 200], former: 5, file: "赤", note: "秘甲", costs: [1, 9], hidden: ["朱雀"], closed: "丹波" },
  {
    wages: [300, 100, 250],
    former: 8,
    file: "青",
    note: "秘乙",
    costs: [9, 1],
    hidden: ["玄武", "青龍"],
    closed: "播磨",
  },
];

export const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const number = (code: string) => ({ [code]: { type: "NUMBER", code, label: code } });

/** Makes and deploys an app with these fields. */
export async function addApp(
  platform: TestPlatform,
  name: string,
  properties: object,
  space?: string,
): Promise<string> {
  const { app } = await platform.client().app.addApp({ name, ...(space !== undefined && { space }) });
  const added = await platform.call("POST", "/k/v1/preview/app/form/fields.json", { body: { app, properties } });
  expect(added.status).toBe(200);
  await platform.client().app.deployApp({ apps: [{ app }] });
  return app;
}

/** Sets permissions on the live path. */
export async function putAcl(
  platform: TestPlatform,
  kind: "app" | "record" | "field",
  app: string,
  rights: unknown,
): Promise<void> {
  const { status, body } = await platform.call("PUT", `/k/v1/${kind}/acl.json`, { body: { app, rights } });
  expect([status, body]).toMatchObject([200, {}]);
}

export const chiefWrites = { accessibility: "WRITE", entity: { type: "USER", code: "kachou" } };

async function addWorld(platform: TestPlatform, secret: Secrets): Promise<World> {
  const member = { entity: { type: "USER" as const, code: "admin" }, isAdmin: true };
  const { id: space } = await platform.client().space.addSpaceFromTemplate({ id: 1, name: "広場", members: [member] });
  const app = await addApp(
    platform,
    "名簿",
    {
      ...text("名", { unique: true }),
      ...text("番号", { unique: true }),
      ...text("個人"),
      ...number("給与"),
      添付: { type: "FILE", code: "添付", label: "添付" },
      区分: {
        type: "DROP_DOWN",
        code: "区分",
        label: "区分",
        options: { 公: { label: "公", index: 0 }, 秘: { label: "秘", index: 1 } },
      },
      明細: { type: "SUBTABLE", code: "明細", label: "明細", fields: { ...text("品"), ...number("原価") } },
    },
    String(space),
  );
  const lookup = (fieldMappings: readonly object[], more: object = {}) => ({
    relatedApp: { app },
    relatedKeyField: "名",
    fieldMappings,
    lookupPickerFields: [],
    filterCond: "",
    sort: "",
    ...more,
  });
  const other = await addApp(platform, "手当", {
    ...number("写し"),
    ...text("写し名"),
    ...text("鍵", { lookup: lookup([{ field: "写し", relatedField: "給与" }]) }),
    ...text("名の鍵", { lookup: lookup([{ field: "写し名", relatedField: "個人" }]) }),
    ...text("鍵だけ", { lookup: lookup([]) }),
  });
  const closed = await addApp(platform, secret.closed, text(secret.closed), String(space));
  await platform
    .client("kachou")
    .record.addRecord({ app: closed, record: { [secret.closed]: { value: secret.closed } } });
  await fill({ platform, app }, secret);
  await putAcl(platform, "field", app, [
    ...["給与", "添付", "番号", "原価"].map((code) => ({ code, entities: [chiefWrites] })),
    {
      code: "個人",
      entities: [
        { accessibility: "WRITE", entity: { type: "FIELD_ENTITY", code: "作成者" } },
        { accessibility: "NONE", entity: everyone },
      ],
    },
    { code: "更新者", entities: [{ ...chiefWrites, accessibility: "READ" }] },
    { code: "更新日時", entities: [{ ...chiefWrites, accessibility: "READ" }] },
  ]);
  await putAcl(platform, "record", app, [
    { filterCond: '区分 in ("秘")', entities: [{ entity: { type: "USER", code: "kachou" }, ...all }] },
  ]);
  await putAcl(platform, "app", app, [
    {
      entity: everyone,
      recordViewable: true,
      recordAddable: true,
      recordEditable: true,
      recordDeletable: true,
      recordImportable: true,
      recordExportable: true,
    },
  ]);
  await putAcl(platform, "app", closed, [
    { entity: { type: "USER", code: "kachou" }, recordViewable: true, recordAddable: true },
  ]);
  return { platform, app, other, closed, space: String(space) };
}

/** Records 1 to 3 are open with hidden values, 4 and on are hidden: there may be more of them in one world. */
async function fill({ platform, app }: Pick<World, "platform" | "app">, secret: Secrets): Promise<void> {
  const { fileKey } = await platform
    .client("kachou")
    .file.uploadFile({ file: { name: `${secret.file}.txt`, data: secret.file } });
  await platform.client("kachou").record.addRecords({
    app,
    records: [
      ...secret.wages.map((給与, index) => ({
        名: { value: `職員${index + 1}` },
        番号: { value: `${secret.note}${index}` },
        個人: { value: `${secret.note}${index}` },
        給与: { value: 給与 },
        区分: { value: "公" },
        添付: { value: index === 0 ? [{ fileKey }] : [] },
        明細: {
          value: secret.costs.map((原価, at) => ({ value: { 品: { value: `品${at}` }, 原価: { value: 原価 } } })),
        },
      })),
      ...secret.hidden.map((名) => ({ 名: { value: 名 }, 区分: { value: "秘" }, 給与: { value: 1 } })),
    ],
  });
  await platform.client("kachou").record.updateRecord({ app, id: 1, record: { 給与: { value: secret.former } } });
  await platform.client("kachou").record.updateRecord({
    app,
    id: 1,
    record: { 給与: { value: secret.wages[0] }, 名: { value: "職員一" } },
  });
  await platform.client("kachou").record.addRecordComment({ app, record: 1, comment: { text: "公開の覚え" } });
  await platform.client("kachou").record.addRecordComment({
    app,
    record: 4,
    comment: { text: secret.note, mentions: [{ type: "USER", code: "tantou" }] },
  });
}

/** Both domains, each with its secrets. */
export async function startWorlds(): Promise<readonly World[]> {
  const worlds: World[] = [];
  for (const secret of secrets) {
    const platform = await startTestPlatform({ now: () => new Date("2026-04-01T00:00:00Z") });
    const users = ["tantou", "kachou"].map((code) => ({ code, name: code, password: code }));
    await platform.call("POST", "/v1/users.json", { body: { users } });
    worlds.push(await addWorld(platform, secret));
  }
  return worlds;
}

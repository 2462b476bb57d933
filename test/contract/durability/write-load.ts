import type { KintoneRestAPIClient } from "@kintone/rest-api-client";

/** What the platform acknowledged, by the name of the record; a name is told apart by its first letter. */
export type Acknowledged = {
  /** Names of records that are there, with the texts that their tables may hold: the last answered and those after. */
  readonly texts: Map<string, readonly string[]>;
  /** The bytes of attachments, by the record's name. */
  readonly files: Map<string, string>;
  /** How many steps of the process were answered, by the record's name. */
  readonly steps: Map<string, number>;
};

/** An app with a unique name, a table, an attachment and a process of two steps. */
export async function createLoadApp(client: KintoneRestAPIClient): Promise<string> {
  const { app } = await client.app.addApp({ name: "耐久" });
  await client.app.addFormFields({
    app,
    properties: {
      名: { type: "SINGLE_LINE_TEXT", code: "名", label: "名", unique: true },
      添付: { type: "FILE", code: "添付", label: "添付" },
      表: {
        type: "SUBTABLE",
        code: "表",
        label: "表",
        fields: { 行: { type: "SINGLE_LINE_TEXT", code: "行", label: "行" } },
      },
    },
  });
  await client.app.updateProcessManagement({
    app,
    enable: true,
    states: {
      未処理: { index: 0, assignee: { type: "ONE", entities: [] } },
      処理中: { index: 1, assignee: { type: "ONE", entities: [] } },
      完了: { index: 2, assignee: { type: "ONE", entities: [] } },
    },
    actions: [
      { name: "始める", from: "未処理", to: "処理中" },
      { name: "終える", from: "処理中", to: "完了" },
    ],
  });
  await client.app.deployApp({ apps: [{ app }] });
  return app;
}

type Load = {
  readonly client: KintoneRestAPIClient;
  readonly app: string;
  readonly round: number;
  readonly acknowledged: Acknowledged;
};

/** Writes in every way at once until the platform is gone; resolves to the fault of each lane. */
export async function writeUntilKilled(load: Load): Promise<readonly unknown[]> {
  return Promise.all(
    [writePairs, writeBulks, writeFiles, takeSteps].map(async (write): Promise<unknown> => {
      for (let count = 0; ; count += 1) {
        try {
          // One after another: each waits for its answer as a client would.
          await write(load, `${load.round}-${count}`);
        } catch (error) {
          return error;
        }
      }
    }),
  );
}

/** A record whose table holds the same text twice. */
function toRecord(name: string, text: string): { 名: { value: string }; 表: { value: object[] } } {
  const row = { value: { 行: { value: text } } };
  return { 名: { value: name }, 表: { value: [row, row] } };
}

async function writePairs({ client, app, acknowledged }: Load, count: string): Promise<void> {
  const names = [`a-${count}-1`, `a-${count}-2`];
  const { ids } = await client.record.addRecords({ app, records: names.map((name) => toRecord(name, "初")) });
  for (const name of names) {
    acknowledged.texts.set(name, ["初"]);
  }
  const [name = ""] = names;
  acknowledged.texts.set(name, ["初", "変"]);
  await client.record.updateRecord({ app, id: ids[0] ?? "", record: toRecord(name, "変") });
  acknowledged.texts.set(name, ["変"]);
}

/** Two records and a change of a third in one request; the third tells how far the request came. */
async function writeBulks({ client, app, acknowledged }: Load, count: string): Promise<void> {
  const third = `b-${count}-3`;
  const { id } = await client.record.addRecord({ app, record: toRecord(third, "前") });
  acknowledged.texts.set(third, ["前", "後"]);
  const names = [`b-${count}-1`, `b-${count}-2`];
  await client.bulkRequest({
    requests: [
      { method: "POST", api: "/k/v1/record.json", payload: { app, record: toRecord(names[0] ?? "", "束") } },
      { method: "PUT", api: "/k/v1/record.json", payload: { app, id, record: toRecord(third, "後") } },
      { method: "POST", api: "/k/v1/records.json", payload: { app, records: [toRecord(names[1] ?? "", "束")] } },
    ],
  });
  acknowledged.texts.set(third, ["後"]);
  for (const name of names) {
    acknowledged.texts.set(name, ["束"]);
  }
}

async function writeFiles({ client, app, acknowledged }: Load, count: string): Promise<void> {
  const name = `f-${count}-1`;
  const data = `${name} `.repeat(2000);
  const { fileKey } = await client.file.uploadFile({ file: { name: "f.txt", data } });
  const record = { ...toRecord(name, "添"), 添付: { value: [{ fileKey }] } };
  await client.record.addRecord({ app, record });
  acknowledged.texts.set(name, ["添"]);
  acknowledged.files.set(name, data);
}

async function takeSteps({ client, app, acknowledged }: Load, count: string): Promise<void> {
  const name = `s-${count}-1`;
  const { id } = await client.record.addRecord({ app, record: toRecord(name, "歩") });
  acknowledged.texts.set(name, ["歩"]);
  acknowledged.steps.set(name, 0);
  await client.record.updateRecordStatus({ app, id, action: "始める" });
  acknowledged.steps.set(name, 1);
  await client.record.updateRecordStatus({ app, id, action: "終える" });
  acknowledged.steps.set(name, 2);
}

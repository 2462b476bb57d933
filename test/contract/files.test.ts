import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTestPlatform } from "./harness.ts";
import type { TestPlatform } from "./harness.ts";
import { inClient, documented, guess, own } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

let platform: TestPlatform;
let client: KintoneRestAPIClient;
let app: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  client = platform.client();
  ({ app } = await client.app.addApp({ name: "資料" }));
  await client.app.addFormFields({ app, properties: { 添付: { type: "FILE", code: "添付", label: "添付" } } });
  await client.app.deployApp({ apps: [{ app }] });
});

afterAll(async () => {
  await platform.close();
});

type Attachment = { fileKey: string; name: string; contentType: string; size: string };

/** Adds a record with one uploaded file and reads the attachment back. */
async function attach(file: { name: string; data: string }): Promise<{ id: string; attachment: Attachment }> {
  const { fileKey } = await client.file.uploadFile({ file });
  const { id } = await client.record.addRecord({ app, record: { 添付: { value: [{ fileKey }] } } });
  const { record } = await client.record.getRecord<{ 添付: { type: "FILE"; value: Attachment[] } }>({ app, id });
  const [attachment] = record.添付.value;
  if (!attachment) {
    throw new Error("the file is not attached");
  }
  return { id, attachment };
}

async function download(fileKey: string): Promise<Response> {
  return fetch(`${platform.url}/k/v1/file.json?fileKey=${fileKey}`, {
    headers: { "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64") },
  });
}

describe("files", () => {
  fact(
    "are taken from clients that stream them and say no length",
    { evidence: inClient("@kintone/kintone-js-sdk 0.7.8"), needs: "doors" },
    async () => {
      const part =
        '--mark\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nstreamed\r\n--mark--\r\n';
      const sent = {
        method: "POST",
        headers: {
          "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64"),
          "Content-Type": "multipart/form-data; boundary=mark",
        },
        body: new Blob([part]).stream(),
        duplex: "half",
      };
      const answer = await fetch(`${platform.url}/k/v1/file.json`, sent);
      const body: unknown = await answer.json();
      expect([answer.status, body]).toEqual([200, { fileKey: expect.any(String) }]);
    },
  );

  fact(
    "gives back the bytes that were uploaded, under the record's own key",
    { evidence: documented("developer site: upload and download a file") },
    async () => {
      const { attachment } = await attach({ name: "計画 v5.txt", data: "五霞町" });
      expect(attachment).toMatchObject({ name: "計画 v5.txt", contentType: "text/plain", size: "9" });
      const bytes = await client.file.downloadFile({ fileKey: attachment.fileKey });
      expect(new TextDecoder().decode(bytes)).toBe("五霞町");
    },
  );

  fact("always answers as a download that no page runs", { evidence: own("no uploaded page runs") }, async () => {
    const { attachment } = await attach({ name: 'ev"il\r\n.html', data: "<script>alert(1)</script>" });
    const { headers } = await download(attachment.fileKey);
    expect(headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="[\w.\- ]+"; filename\*=UTF-8''[\w.%-]+$/u,
    );
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Content-Security-Policy")).toContain("sandbox");
  });

  fact(
    "tells the two kinds of key apart",
    { evidence: documented("developer site: upload and download a file") },
    async () => {
      const { fileKey } = await client.file.uploadFile({ file: { name: "a.txt", data: "a" } });
      const early = await download(fileKey);
      expect([early.status, early.headers.get("X-Cybozu-Error")]).toEqual([404, "GAIA_BL01"]);
      const { attachment } = await attach({ name: "b.txt", data: "b" });
      const again = client.record.addRecord({ app, record: { 添付: { value: [{ fileKey: attachment.fileKey }] } } });
      await expect(again).rejects.toMatchObject({ code: "GAIA_BL01", status: 404 });
    },
  );

  fact("deletes the bytes with the record", { evidence: guess("as everything of a deleted record") }, async () => {
    const { id, attachment } = await attach({ name: "c.txt", data: "c" });
    await client.record.deleteRecords({ app, ids: [id] });
    expect((await download(attachment.fileKey)).status).toBe(404);
  });

  fact(
    "keeps binary content as it is",
    { evidence: documented("developer site: upload and download a file") },
    async () => {
      const data = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
      const { fileKey } = await client.file.uploadFile({ file: { name: "x.bin", data: Buffer.from(data) } });
      const { id } = await client.record.addRecord({ app, record: { 添付: { value: [{ fileKey }] } } });
      const { record } = await client.record.getRecord<{ 添付: { type: "FILE"; value: Attachment[] } }>({ app, id });
      const bytes = await client.file.downloadFile({ fileKey: record.添付.value[0]?.fileKey ?? "" });
      expect(new Uint8Array(bytes)).toEqual(data);
    },
  );

  fact.each([
    ["no part named file", { other: "x" }, 400],
    ["a text instead of a file", { file: "x" }, 400],
  ])(
    "refuses an upload with %s",
    { evidence: documented("official description of file.json") },
    async (_, fields, status) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        body.append(name, value);
      }
      const headers = { "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64") };
      const response = await fetch(`${platform.url}/k/v1/file.json`, { method: "POST", headers, body });
      expect(response.status).toBe(status);
    },
  );

  fact(
    "takes only the last part of a path as the file's name",
    { evidence: inClient("kintone/cli plugin upload sends an absolute path") },
    async () => {
      const { attachment } = await attach({ name: "/home/town/plugins/roadmap.zip", data: "z" });
      expect(attachment.name).toBe("roadmap.zip");
    },
  );
});

import { afterAll, beforeAll, describe, expect } from "vitest";
import { startTwoApps } from "./app-uses/two-apps.ts";
import type { TestPlatform } from "./harness.ts";
import { documented } from "./target/evidence.ts";
import { fact } from "./target/fact.ts";

// Evidence: shapes, required keys and limits from the official description of each operation; what it leaves open says "guess".
let platform: TestPlatform;
let app: string;

beforeAll(async () => {
  ({ platform, app } = await startTwoApps());
});

afterAll(async () => {
  await platform.close();
});

describe("notes for administrators", () => {
  fact(
    "start empty, keep what is not sent and become live with a deploy",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      const client = platform.client();
      await expect(client.app.getAdminNotes({ app })).resolves.toMatchObject({
        content: "",
        includeInTemplateAndDuplicates: expect.any(Boolean),
      });
      await client.app.updateAdminNotes({ app, content: "<b>引き継ぎ</b>", includeInTemplateAndDuplicates: false });
      await client.app.updateAdminNotes({ app, content: "二回目" });
      const notes = { content: "二回目", includeInTemplateAndDuplicates: false };
      await expect(client.app.getAdminNotes({ app, preview: true })).resolves.toMatchObject(notes);
      await expect(client.app.getAdminNotes({ app })).resolves.toMatchObject({ content: "" });
      await client.app.deployApp({ apps: [{ app }] });
      await expect(client.app.getAdminNotes({ app })).resolves.toMatchObject(notes);
    },
  );

  fact(
    "refuse 10,001 characters and a revision that is not the present one",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      await expect(
        platform.call("PUT", "/k/v1/preview/app/adminNotes.json", { body: { app, content: "あ".repeat(10_001) } }),
      ).resolves.toMatchObject({ status: 400, body: { errors: { content: expect.anything() } } });
      await expect(
        platform.call("PUT", "/k/v1/preview/app/adminNotes.json", { body: { app, content: "", revision: 1 } }),
      ).resolves.toMatchObject({ status: 409, body: { code: "GAIA_CO02" } });
    },
  );
});

describe("the older form", () => {
  fact(
    "lists fields in the order of the form under its older keys",
    { evidence: documented("official description: reports, actions, admin notes") },
    async () => {
      const { body } = await platform.call("GET", `/k/v1/form.json?app=${app}`);
      expect(body).toMatchObject({
        properties: [
          { code: "部署", type: "DROP_DOWN", required: "false", noLabel: "false", options: ["甲"] },
          { code: "日", type: "DATE", defaultValue: null, defaultExpression: null, unique: "false" },
          { code: "額", type: "NUMBER", digit: "false", minValue: null },
          { code: "文", type: "MULTI_LINE_TEXT" },
        ],
      });
    },
  );
});

import { operations } from "../../platform/api/routes.ts";
import type { World } from "./build-attack.ts";
import type { Json } from "./hostile-value.ts";
import type { PlatformUnderFire } from "./platform-under-fire.ts";

const headers = { "X-Cybozu-Authorization": Buffer.from("admin:admin").toString("base64") };

/** Adds to the seed what it cannot hold: a guest space with an app, and an API token; and reads what PUT takes back. */
export async function prepareWorld({ url }: PlatformUnderFire): Promise<World> {
  const post = async (path: string, body: Json): Promise<Readonly<Record<string, Json>>> => {
    const response = await fetch(url + path, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: Readonly<Record<string, Json>> = JSON.parse(await response.text());
    if (response.status !== 200) {
      throw new Error(`${path}: ${JSON.stringify(answer)}`);
    }
    return answer;
  };
  const members: Json = [{ entity: { type: "USER", code: "admin" }, isAdmin: true }];
  const { id } = await post("/k/v1/template/space.json", { id: 1, name: "取引先", isGuest: true, members });
  const guestSpace = toText(id);
  const inside = `/k/guest/${guestSpace}/v1`;
  const { app } = await post(`${inside}/preview/app.json`, { name: "共有", space: guestSpace });
  const guestApp = toText(app);
  const text = { type: "SINGLE_LINE_TEXT", code: "text", label: "文字", unique: true };
  const amount = { type: "NUMBER", code: "amount", label: "数値" };
  await post(`${inside}/preview/app/form/fields.json`, { app: guestApp, properties: { text, amount } });
  await post(`${inside}/preview/app/deploy.json`, { apps: [{ app: guestApp }] });
  const records = Array.from({ length: 30 }, (_, index) => ({ text: { value: `T-${index}` } }));
  await post(`${inside}/records.json`, { app: guestApp, records });
  const rights = ["recordViewable", "recordAddable", "recordEditable", "recordDeletable", "appEditable"];
  const token = await post("/k/platform/api-tokens.json", {
    app: 1,
    ...Object.fromEntries(rights.map((right) => [right, true])),
  });
  await post("/k/v1/preview/app/deploy.json", { apps: [{ app: 1 }] });
  return { answers: await readAnswers(url), guestSpace, guestApp, token: toText(token["token"]) };
}

/** What GET answers about app 1, by path: PUT takes the same form. */
async function readAnswers(url: string): Promise<ReadonlyMap<string, Json>> {
  const answers = new Map<string, Json>();
  for (const { method, path, reach } of operations) {
    if (method === "GET") {
      const full = reach === "live" ? path : path.replace("/k/v1/", "/k/v1/preview/");
      const response = await fetch(`${url}${full}?app=1`, { headers });
      const body = await response.text();
      if (response.status === 200) {
        const answer: Json = JSON.parse(body);
        answers.set(path, answer);
      }
    }
  }
  return answers;
}

function toText(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

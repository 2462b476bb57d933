import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { inject } from "vitest";

/** The unmodified client of kintone's maker, as the administrator of the local platform. */
export function createAdminClient(baseUrl: string = inject("productUrl")): KintoneRestAPIClient {
  return new KintoneRestAPIClient({ baseUrl, auth: { username: "admin", password: "admin" } });
}

/** The id of an app by its name; the test fails when there is none or more than one. */
export async function findAppId(client: KintoneRestAPIClient, name: string): Promise<string> {
  const { apps } = await client.app.getApps({ name });
  const exact = apps.filter((app) => app.name === name);
  const [first] = exact;
  if (first === undefined || exact.length !== 1) {
    throw new Error(`${exact.length} apps are named ${name}`);
  }
  return first.appId;
}

export type Phase = { readonly kind: string; readonly from: string | null; readonly to: string | null };

/** The phases of one action as they are stored, with the id and revision of its record. */
export async function loadPhases(
  client: KintoneRestAPIClient,
  actionId: string,
): Promise<{ app: string; id: string; revision: string; phases: Phase[] }> {
  const app = await findAppId(client, "アクションプラン");
  const { records } = await client.record.getRecords({ app, query: `action_id = "${actionId}"` });
  const [record] = records;
  if (record === undefined || record["phases"]?.type !== "SUBTABLE") {
    throw new Error(`${actionId} has no phases`);
  }
  return {
    app,
    id: toText(record["$id"]?.value) ?? "",
    revision: toText(record["$revision"]?.value) ?? "",
    phases: record["phases"].value.map(({ value }) => ({
      kind: toText(value["ph_kind"]?.value) ?? "",
      from: toText(value["ph_from"]?.value),
      to: toText(value["ph_to"]?.value),
    })),
  };
}

function toText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

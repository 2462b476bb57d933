import type { AreaDescriptor } from "../areas/area.ts";
import { allAreas } from "../areas/areas.ts";
import { fieldsResource } from "../areas/fields.ts";
import type { JsonObject } from "../client/json.ts";
import { memberOf, objectOf, textOf } from "../client/json.ts";
import type { KintoneClient } from "../client/kintone-client.ts";
import { covers } from "../plan/covers.ts";
import type { Bodies } from "../plan/desired-suite.ts";
import type { SettingsArea } from "../plan/plan.ts";
import { mapLimited } from "./map-limited.ts";
import { readLiveRevision } from "./read-live-revision.ts";

type ReadArea = Pick<AreaDescriptor, "area" | "resource" | "members">;

const areasAtOnce = 4;

export const fieldsArea: ReadArea = { area: "fields", resource: fieldsResource, members: ["properties"] };

export type ReadSettings = { readonly revision: string; readonly liveRevision: string | null; readonly areas: Bodies };

/** Reads the prepared settings of one app, each declared area once. */
export async function readSettings(
  client: KintoneClient,
  app: string,
  areas: readonly AreaDescriptor[],
): Promise<ReadSettings> {
  const [liveRevision, ...answers] = await Promise.all([
    readLiveRevision(client, app),
    ...[fieldsArea, ...areas].map(async (area) => readArea(client, { app, area, from: "preview/" })),
  ]);
  const revisions = new Set(answers.map(({ revision }) => revision));
  // Somebody wrote in between: what was read is of two moments, so it is read again.
  if (revisions.size > 1) {
    return readSettings(client, app, areas);
  }
  return {
    revision: answers[0]?.revision ?? "",
    liveRevision,
    areas: Object.fromEntries(answers.map(({ area, body }) => [area, body])),
  };
}

type AreaRead = { readonly area: SettingsArea; readonly revision: string; readonly body: JsonObject };

/** One area of what is prepared (`preview/`) or live (``). */
export async function readArea(
  client: KintoneClient,
  { app, area, from }: { readonly app: string; readonly area: ReadArea; readonly from: "preview/" | "" },
): Promise<AreaRead> {
  const answer = objectOf(await client.read(`/k/v1/${from}${area.resource}.json`, { app }));
  const body = Object.fromEntries(area.members.map((name) => [name, answer[name] ?? null]));
  return { area: area.area, revision: textOf(memberOf(answer, "revision")), body };
}

/** Names of the areas in which what is prepared differs from what is live, whether we declare them or not. */
export async function listDraftAreas(client: KintoneClient, app: string, prepared: Bodies): Promise<SettingsArea[]> {
  const differing = await mapLimited([fieldsArea, ...allAreas], areasAtOnce, async (area) => {
    const live = await readArea(client, { app, area, from: "" });
    const body = prepared[area.area] ?? (await readArea(client, { app, area, from: "preview/" })).body;
    return covers(body, live.body) && covers(live.body, body) ? [] : [area.area];
  });
  return differing.flat();
}

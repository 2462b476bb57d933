import type { AppKey } from "../../../apps-schema/schema/app-key.ts";
import type { AppSchema } from "../../../apps-schema/schema/app-schema.ts";
import type { Json, JsonObject } from "../client/json.ts";
import type { People } from "../environment.ts";
import type { Bodies } from "../plan/desired-suite.ts";

/** What kintone answers about one app, as far as declarations have a place for it. */
export type PulledApp = {
  readonly id: string;
  readonly settings: JsonObject;
  readonly properties: JsonObject;
  readonly layout: readonly Json[];
  readonly views: JsonObject;
  readonly process: JsonObject;
  readonly rights: readonly Json[];
  /** Everything else, whole, by its area. */
  readonly areas: Bodies;
};

/** How names of the declarations stand for ids and people of the domain. */
export type Names = {
  readonly key: AppKey;
  readonly toKey: (appId: string) => AppKey | null;
  readonly toId: (key: AppKey) => string;
  readonly principals: People;
};

/** A part of the app for which the declarations have no words, exactly as kintone answered it. */
export type LeftOut = { readonly path: string; readonly value: Json };

export type PulledDeclaration = { readonly schema: AppSchema; readonly leftOut: readonly LeftOut[] };

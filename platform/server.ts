import { resumeDeploys } from "./api/deploy/resume-deploys.ts";
import { createCredentialCache } from "./http/credential-cache.ts";
import { toErrorResponse, toPlatformError } from "./http/error-response.ts";
import { checkHost, setSafeHeaders } from "./http/guard.ts";
import { listenOnLocalhost } from "./http/listen-on-localhost.ts";
import { createLoginThrottle } from "./http/login-throttle.ts";
import { hashPassword } from "./http/password.ts";
import { createRestRoutes } from "./http/rest-routes.ts";
import type { Services } from "./http/services.ts";
import { createSessionRoutes } from "./http/session-routes.ts";
import { createPageRoutes } from "./page/page-routes.ts";
import { createFirstAccounts } from "./store/create-first-accounts.ts";
import { lockDataFolder } from "./store/data-lock.ts";
import { openDatabase } from "./store/database.ts";
import type { Database } from "./store/database.ts";
import { createStore } from "./store/store.ts";
import type { Store } from "./store/store.ts";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

export type PlatformOptions = {
  readonly dataDir: string;
  /** 0 = any free port. */
  readonly port: number;
  /** How long a deploy stays in PROCESSING; 0 by default. */
  readonly deployDelayMs?: number;
  readonly now?: () => Date;
  readonly log?: (line: string) => void;
};

export type Platform = {
  /** `http://localhost:PORT`: the official client takes plain HTTP only for this very name. */
  readonly url: string;
  readonly store: Store;
  /** Finishes the running calls, then closes the data file and gives the folder back. */
  readonly close: () => Promise<void>;
};

/** Starts a platform over a data folder, which is created when it is not there. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  // Other accounts of the machine have no business in here.
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const unlock = lockDataFolder(options.dataDir);
  let db: Database | null = null;
  const release = (): void => {
    db?.close();
    unlock();
  };
  try {
    db = openDatabase(join(options.dataDir, "platform.sqlite"));
    const store = createStore(db, { deployDelayMs: options.deployDelayMs ?? 0 });
    const now = options.now ?? (() => new Date());
    if (store.users.list().length === 0) {
      createFirstAccounts(store, await hashPassword("admin"), now());
    }
    resumeDeploys(store, now());
    const services: Services = {
      store,
      now,
      log: options.log ?? (() => {}),
      credentials: createCredentialCache(),
      throttle: createLoginThrottle(),
    };
    const listener = await listenOnLocalhost(createHttpApp(services).fetch, options.port);
    return {
      url: `http://localhost:${listener.port}`,
      store,
      close: async () => {
        await listener.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function createHttpApp(services: Services): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(setSafeHeaders, checkHost);
  app.route("/", createRestRoutes(services));
  app.route("/", createSessionRoutes(services));
  app.route("/", createPageRoutes(services));
  app.onError((error) => toErrorResponse(toPlatformError(error, services.log), "ja"));
  return app;
}

import { resumeDeploys } from "./api/deploy/resume-deploys.ts";
import { createClock } from "./clock/clock.ts";
import { createCredentialCache } from "./http/credential-cache.ts";
import type { CredentialCache } from "./http/credential-cache.ts";
import { toErrorResponse, toPlatformError } from "./http/error-response.ts";
import { checkHost, setSafeHeaders } from "./http/guard.ts";
import { listenOnLocalhost } from "./http/listen-on-localhost.ts";
import { createLoginThrottle } from "./http/login-throttle.ts";
import { hashPassword } from "./http/password.ts";
import { createRestRoutes } from "./http/rest-routes.ts";
import type { Services } from "./http/services.ts";
import { createSessionRoutes } from "./http/session-routes.ts";
import { startReminders } from "./notification/start-reminders.ts";
import { createProxyRoutes } from "./proxy/proxy-routes.ts";
import { builtAssets, createPageRoutes } from "./page/page-routes.ts";
import { createFirstAccounts } from "./store/create-first-accounts.ts";
import { lockWhenFree } from "./store/lock-when-free.ts";
import { openDatabase } from "./store/database.ts";
import { createStore } from "./store/store.ts";
import type { Store } from "./store/store.ts";
import { createDomainSet, removeLeftDomains } from "./tool/domain-set.ts";
import { createFaultBook } from "./tool/fault-book.ts";
import { createGate } from "./tool/gate.ts";
import { injectFaults } from "./tool/inject-faults.ts";
import { recordRequests } from "./tool/record-requests.ts";
import { createRequestLog } from "./tool/request-log.ts";
import { createRequestPageRoutes } from "./tool/request-page-routes.ts";
import { applySeed } from "./tool/seed/apply-seed.ts";
import { parseSeed } from "./tool/seed/parse-seed.ts";
import { prepareRestore, toDataFile } from "./tool/snapshots.ts";
import type { Tool } from "./tool/tool.ts";
import { createToolRoutes } from "./tool/tool-routes.ts";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { mkdirSync } from "node:fs";

export type PlatformOptions = {
  readonly dataDir: string;
  /** 0 = any free port. */
  readonly port: number;
  /** How long a deploy stays in PROCESSING; 0 by default. */
  readonly deployDelayMs?: number;
  readonly now?: () => Date;
  /** Whether `POST /k/platform/clock.json` may move the time. */
  readonly movableClock?: boolean;
  readonly log?: (line: string) => void;
  /** The content of a seed file, for a folder that is empty; otherwise it is passed over. */
  readonly seed?: unknown;
  /** A snapshot that takes the place of what the folder holds. */
  readonly restoreFrom?: string;
  /** Where the bundle of the pages was built; `dist/platform` by default. */
  readonly assetsFolder?: string;
  /** Hosts besides this machine that `kintone.proxy` may call; none by default. */
  readonly proxyHosts?: readonly string[];
  /** Lower limits than kintone's, for tests of what comes at a limit. */
  readonly limits?: { readonly mostApps?: number; readonly dailyCalls?: number };
  /** How long to wait for another process that holds the folder; 0 by default. */
  readonly patienceMs?: number;
};

export type Platform = {
  /** `http://localhost:PORT`: the official client takes plain HTTP only for this very name. */
  readonly url: string;
  readonly store: Store;
  /** Opens a further domain on a free port; its data goes when it is closed or the platform is. */
  readonly openDomain: (seed?: unknown) => Promise<{ readonly id: string; readonly url: string }>;
  /** Finishes the running calls, then closes the data file and gives the folder back. */
  readonly close: () => Promise<void>;
};

/** Starts a platform over a data folder, which is created when it is not there. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  return startDomain(options, true);
}

/** One open data file and the routes over it; a restore puts another one in its place. */
type Domain = { readonly store: Store; readonly app: Hono<{ Bindings: HttpBindings }> };

async function startDomain(options: PlatformOptions, isFirst: boolean): Promise<Platform> {
  const { dataDir } = options;
  // Other accounts of the machine have no business in here.
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = await lockWhenFree(dataDir, options.patienceMs ?? 0);
  let current: Domain | null = null;
  const release = (): void => {
    current?.store.db.close();
    unlock();
  };
  try {
    if (isFirst) {
      removeLeftDomains(dataDir);
    }
    if (options.restoreFrom !== undefined) {
      prepareRestore(dataDir, options.restoreFrom).replace();
    }
    const gate = createGate();
    // Verified passwords are remembered under the hash they match, so they outlive a restore.
    const credentials = createCredentialCache();
    const domains = isFirst
      ? createDomainSet(dataDir, (more) => startDomain({ ...withoutStart(options), ...more, port: 0 }, false))
      : null;
    const clock = createClock(options.now ?? (() => new Date()), options.movableClock ?? false);
    const tool: Tool = {
      clock,
      dataDir,
      requests: createRequestLog(),
      faults: createFaultBook(),
      gate,
      domains,
      restore: async (snapshotFile) => {
        await gate.alone(() => {
          const { replace } = prepareRestore(dataDir, snapshotFile);
          current?.store.db.close();
          try {
            replace();
          } finally {
            current = openDomain(options, tool, credentials);
          }
        });
      },
    };
    const domain = openDomain(options, tool, credentials);
    current = domain;
    await fillEmptyDomain(domain.store, options);
    const listener = await listenOnLocalhost(
      (request, env) => gate.pass(async () => (current ?? domain).app.fetch(request, env)),
      options.port,
    );
    return {
      url: `http://localhost:${listener.port}`,
      get store() {
        return (current ?? domain).store;
      },
      openDomain: async (seed) => {
        if (domains === null) {
          throw new Error("a domain that was opened from another one opens none itself");
        }
        return domains.open({ snapshotFile: null, seed });
      },
      close: async () => {
        await Promise.all([listener.close(), domains?.closeAll()]);
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

function openDomain(options: PlatformOptions, tool: Tool, credentials: CredentialCache): Domain {
  const db = openDatabase(toDataFile(options.dataDir));
  try {
    const store = createStore(db, {
      ...options.limits,
      deployDelayMs: options.deployDelayMs ?? 0,
      log: options.log ?? (() => {}),
    });
    const { now } = tool.clock;
    const log = options.log ?? (() => {});
    resumeDeploys(store, now());
    startReminders(store, now, log);
    const services: Services = {
      store,
      now,
      log,
      credentials,
      throttle: createLoginThrottle(),
      ...(options.proxyHosts !== undefined && { proxyHosts: options.proxyHosts }),
    };
    return { store, app: createHttpApp(services, tool, options.assetsFolder ?? builtAssets) };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The first accounts and the seed are one transaction: a seed that is refused leaves the folder empty, to be tried again. */
async function fillEmptyDomain(store: Store, { now = () => new Date(), seed, log }: PlatformOptions): Promise<void> {
  if (store.users.list().length > 0) {
    if (seed !== undefined) {
      log?.("データがすでにあるため、シードは取り込みません。 / There is data already; the seed is passed over.");
    }
    return;
  }
  const passwordHash = await hashPassword("admin");
  store.transaction(() => {
    createFirstAccounts(store, passwordHash, now());
    if (seed !== undefined) {
      applySeed(store, parseSeed(seed), now());
    }
  });
}

function withoutStart({ seed: _seed, restoreFrom: _restoreFrom, ...rest }: PlatformOptions): PlatformOptions {
  return rest;
}

function createHttpApp(services: Services, tool: Tool, assetsFolder: string): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(setSafeHeaders, checkHost, recordRequests(tool.requests), injectFaults(tool.faults));
  app.route("/", createToolRoutes(services, tool));
  app.route("/", createRequestPageRoutes({ ...services, assetsFolder }, tool.requests));
  app.route("/", createProxyRoutes(services));
  app.route("/", createRestRoutes(services));
  app.route("/", createSessionRoutes(services));
  app.route("/", createPageRoutes(services, assetsFolder));
  app.onError((error) => toErrorResponse(toPlatformError(error, services.log), "ja"));
  return app;
}

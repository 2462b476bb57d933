/** Every throw-away app's name on a real domain begins with this. */
export const appNamePrefix = "machi-dx-contract ";

/** Ids from here on are taken for ids of no app: cases about apps that are not there use them. */
const firstIdOfNoApp = 900_000_000;

type Call = { readonly method: string; readonly url: string; readonly body: unknown };

/** Why a call must not reach a real domain, or null: it writes to an app that this run did not make, or to no app at all. */
export function findTrespass(call: Call, madeApps: ReadonlySet<string>): string | null {
  const { pathname, searchParams } = new URL(call.url, "http://localhost");
  if (!/^\/k\/(?:guest\/\d+\/)?v1\//u.test(pathname) && !pathname.startsWith("/v1/")) {
    return `${pathname} is no REST path`;
  }
  if (call.method === "GET") {
    return null;
  }
  if (!/\/v1\/(?:preview\/)?(?:app|records?|file|form|field|bulkRequest)\b/u.test(pathname)) {
    return `${call.method} ${pathname} writes to more than apps`;
  }
  const named = [...searchParams].filter(([key]) => /^apps?\b/u.test(key)).map(([, value]) => value);
  const foreign = [...named, ...namedApps(call.body)].find(
    (id) => !madeApps.has(id) && !(Number(id) >= firstIdOfNoApp) && /^\d+$/u.test(id),
  );
  return foreign === undefined ? null : `app ${foreign} was not made by this run`;
}

/** The ids that a body names as the apps it writes to: `app`, `apps[].app` and those of the calls in a bulk request. */
function namedApps(body: unknown): readonly string[] {
  const app = read(body, "app");
  return [
    ...(typeof app === "string" || typeof app === "number" ? [String(app)] : []),
    ...listOf(read(body, "apps")).flatMap(namedApps),
    ...listOf(read(body, "requests")).flatMap((request) => namedApps(read(request, "payload"))),
  ];
}

/** A member of a JSON object, or undefined. */
export function read(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** A JSON list, or an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

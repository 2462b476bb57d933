import { reportCustomizationError } from "./customization-error.ts";

type Handler = (event: unknown) => unknown;

const handlers = new Map<string, Handler[]>();
let running = 0;
const fired = new Set<string>();

/** Registers a handler for one or several event types; types that this platform never fires are accepted silently. */
export function onEvent(type: unknown, handler: unknown): void {
  if (typeof handler !== "function") {
    return;
  }
  const listener: Handler = (event) => Reflect.apply(handler, undefined, [event]);
  originals.set(listener, handler);
  for (const name of toTypes(type)) {
    if (fired.has(name) && name.endsWith(".show")) {
      // oxlint-disable-next-line no-console
      console.warn(
        `kintone.events.on: ${name} was registered after it had been fired; it is called from the next time on.`,
      );
    }
    handlers.set(name, [...(handlers.get(name) ?? []), listener]);
  }
}

const originals = new WeakMap<Handler, unknown>();

/** Removes handlers and says whether there was one: all of them, those of some types, or one of those. */
export function offEvent(type?: unknown, handler?: unknown): boolean {
  const names = type === undefined ? [...handlers.keys()] : toTypes(type);
  let removed = false;
  for (const name of names) {
    const present = handlers.get(name) ?? [];
    const kept = handler === undefined ? [] : present.filter((listener) => originals.get(listener) !== handler);
    removed ||= kept.length < present.length;
    handlers.set(name, kept);
  }
  return removed;
}

/** Whether anything listens; a page need not build an event that nobody hears. */
export function hasHandlers(type: string): boolean {
  return (handlers.get(type)?.length ?? 0) > 0;
}

/** Whether a handler is on the stack now: `record.get()` and `record.set()` do nothing there (fact sheet §3.5). */
export function isInsideHandler(): boolean {
  return running > 0;
}

/**
 * Runs the handlers of a type in the order of registration. Each receives what the one before returned (`undefined`
 * keeps the event), promises are awaited. Resolves to what the LAST handler returned: `undefined` means that nothing
 * is to be applied, `false` that the act is refused. A handler that throws or rejects is reported and refuses the act.
 */
export async function fireEvent(type: string, event: Readonly<Record<string, unknown>>): Promise<unknown> {
  fired.add(type);
  let current: unknown = event;
  let returned: unknown;
  for (const handler of handlers.get(type) ?? []) {
    try {
      // The order is the contract: handler n+1 receives what handler n came to.
      returned = await call(handler, current);
    } catch (error) {
      reportCustomizationError(error);
      return false;
    }
    current = returned === undefined ? current : returned;
  }
  return returned;
}

/** The same for change events, which await nothing: a returned promise is tolerated and counts as no return. */
export function fireEventSync(type: string, event: Readonly<Record<string, unknown>>): unknown {
  let current: unknown = event;
  let returned: unknown;
  for (const handler of handlers.get(type) ?? []) {
    try {
      returned = withoutPromise(call(handler, current));
    } catch (error) {
      reportCustomizationError(error);
      return undefined;
    }
    current = returned === undefined ? current : returned;
  }
  return returned;
}

function call(handler: Handler, event: unknown): unknown {
  running += 1;
  try {
    return handler(event);
  } finally {
    running -= 1;
  }
}

function withoutPromise(value: unknown): unknown {
  if (value instanceof Promise) {
    value.catch(reportCustomizationError);
    return undefined;
  }
  return value;
}

function toTypes(type: unknown): string[] {
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === "string");
}

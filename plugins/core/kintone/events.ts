import { formatMessage } from "../../../domain/message.ts";
import { currentPluginId, currentUser } from "./environment.ts";
import { kintoneApi } from "./kintone-api.ts";
import { isKintoneEvent, type KintoneEvent } from "./kintone-event.ts";
import { kintoneMessages } from "./messages.ts";
import { toSuiteError } from "./to-suite-error.ts";

/**
 * Registers a handler for kintone events. This is the suite's one catcher on pages: what a handler throws is logged
 * under the plugin's name and told to the user through `event.error`; the event itself always goes on to the next
 * handler, also when the handler returns nothing (kintone hands each handler what the one before it returned, §3.5).
 */
export function onKintone(
  types: string | readonly string[],
  handler: (event: KintoneEvent) => unknown,
  pluginName: string = currentPluginId(),
): void {
  const run = (event: KintoneEvent): unknown => {
    try {
      const result = handler(event);
      return isPromise(result)
        ? result.then(
            (value) => value ?? event,
            (error: unknown) => tell(event, error, pluginName),
          )
        : (result ?? event);
    } catch (error) {
      return tell(event, error, pluginName);
    }
  };
  kintoneApi().events.on(types, (given) => {
    if (isPromise(given)) {
      return given.then((value) => (isKintoneEvent(value) ? run(value) : value));
    }
    // Another plugin may have cancelled with `false`: that stands.
    return isKintoneEvent(given) ? run(given) : given;
  });
}

function tell(event: KintoneEvent, error: unknown, pluginName: string): KintoneEvent {
  // The one place where the plugins write to the console: who helps from afar needs the cause.
  // oxlint-disable-next-line no-console
  console.error(`[${pluginName}] ${event.type}`, error);
  const { language } = currentUser();
  event.error = formatMessage(kintoneMessages.handlerFailed, language, {
    plugin: pluginName,
    reason: toSuiteError(error, language).message,
  });
  return event;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

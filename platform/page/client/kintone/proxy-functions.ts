import { kintoneMessages } from "../messages/record-kintone-messages.ts";
import { requestToken } from "../rest.ts";
import { toParams, toText } from "./arguments.ts";
import { pageLanguage, pageState } from "./page-state.ts";
import { refuse } from "./refuse.ts";
import { withCallbacks } from "./api.ts";

type Answer = [body: string, status: number, headers: Record<string, string>];

/** `kintone.proxy(url, method, headers, data[, ok, ng])` and its upload; the server makes the call (fact sheet §4.1). */
export const proxy = Object.assign(
  (...[url, method, headers, data, ok, ng]: readonly unknown[]) =>
    withCallbacks(send("kintone.proxy", { url, method, headers, data }), ok, ng, true),
  {
    upload: (...[url, method, headers, data, ok, ng]: readonly unknown[]) =>
      withCallbacks(upload("kintone.proxy.upload", { url, method, headers, data }), ok, ng, true),
  },
);

/** `kintone.plugin.app.proxy(id, url, …)`: what the plugin stored for the address goes with the call. */
export const pluginProxy = Object.assign(
  (...[id, url, method, headers, data, ok, ng]: readonly unknown[]) =>
    withCallbacks(send("kintone.plugin.app.proxy", { url, method, headers, data, ...toPlugin(id) }), ok, ng, true),
  {
    upload: (...[id, url, method, headers, data, ok, ng]: readonly unknown[]) =>
      withCallbacks(
        upload("kintone.plugin.app.proxy.upload", { url, method, headers, data, ...toPlugin(id) }),
        ok,
        ng,
        true,
      ),
  },
);

type Call = {
  readonly url: unknown;
  readonly method: unknown;
  readonly headers: unknown;
  readonly data?: unknown;
  readonly plugin?: { readonly app: number; readonly id: string };
  readonly raw?: string;
};

function toPlugin(id: unknown): Pick<Call, "plugin"> {
  const app = pageState.bootstrap?.app?.id;
  return app === undefined ? {} : { plugin: { app, id: toText(id) } };
}

async function upload(name: string, { data, ...call }: Call): Promise<Answer> {
  const { format, value } = toParams(data);
  const method = toText(call.method).toUpperCase();
  if (format !== "RAW" || !(value instanceof Blob) || (method !== "POST" && method !== "PUT")) {
    throw refuse(name, kintoneMessages.wrongUpload);
  }
  const bytes = new Uint8Array(await value.arrayBuffer());
  const raw = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(""));
  return send(name, { ...call, raw });
}

async function send(name: string, { headers, method, ...call }: Call): Promise<Answer> {
  const response = await fetch("/k/platform/proxy.json", {
    method: "POST",
    credentials: "same-origin",
    headers: {
      "Content-Type": "application/json",
      "X-Requested-With": "XMLHttpRequest",
      "Accept-Language": pageLanguage(),
    },
    body: JSON.stringify({
      ...call,
      method: toText(method).toUpperCase(),
      headers: Object.fromEntries(Object.entries(toParams(headers)).map(([key, value]) => [key, String(value)])),
      __REQUEST_TOKEN__: requestToken(),
    }),
  });
  const text = await response.text();
  if (!response.ok) {
    refuse(name, kintoneMessages.proxyRefused, { reason: readMessage(text) });
    return rejectWith(text);
  }
  const answer = toParams(JSON.parse(text));
  const answered = Object.entries(toParams(answer["headers"])).map(([key, value]) => [key, String(value)]);
  return [toText(answer["body"]), Number(answer["status"]), Object.fromEntries(answered)];
}

// Documented: a failure hands over the body of the answer as a text, no Error.
function rejectWith(body: string): Promise<never> {
  return Promise.reject(body);
}

function readMessage(text: string): string {
  try {
    return toText(toParams(JSON.parse(text))["message"]) || text;
  } catch {
    return text;
  }
}

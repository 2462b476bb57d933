import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";

const messages = defineMessages({
  unusable: {
    ja: "プロキシ(環境変数 {variable})が要る場所のようですが、この Node.js({version})の通信はプロキシを使えません。Node.js 24 以降を入れて NODE_USE_ENV_PROXY=1 を付けて実行してください。プロキシなしで {host} につながるなら、NO_PROXY={host} を環境変数に入れてください。",
    en: "A proxy is set ({variable}), which this Node.js ({version}) cannot use. Use Node.js 24 or newer with NODE_USE_ENV_PROXY=1, or set NO_PROXY={host} where {host} can be reached directly.",
  },
});

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * `fetch` of Node.js 20 and 22 goes past every proxy without a word; where a proxy is the only way out that looks like a network that is
 * down. From 24 on it takes HTTPS_PROXY, HTTP_PROXY and NO_PROXY when NODE_USE_ENV_PROXY=1 (nodejs.org, "Enterprise network configuration").
 */
export function refuseUnusableProxy(
  baseUrl: string,
  variables: Variables = process.env,
  version: string = process.versions.node,
): void {
  const url = new URL(baseUrl);
  const names = url.protocol === "https:" ? ["HTTPS_PROXY", "https_proxy"] : ["HTTP_PROXY", "http_proxy"];
  const variable = names.find((name) => (variables[name] ?? "") !== "");
  const canUse = Number(version.split(".")[0]) >= 24 && variables["NODE_USE_ENV_PROXY"] === "1";
  const isLocal = url.hostname === "localhost";
  if (variable !== undefined && !canUse && !isLocal && !isExempt(url, variables)) {
    throw createFailure("configuration", messages.unusable, { variable, version, host: url.hostname });
  }
}

/** `NO_PROXY`: names with all that is below them, `*` for everything; a port limits a name to it. */
function isExempt(url: URL, variables: Variables): boolean {
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return (variables["NO_PROXY"] ?? variables["no_proxy"] ?? "")
    .split(/[\s,]+/u)
    .filter((entry) => entry !== "")
    .some((entry) => {
      const [name = "", onlyPort = port] = entry.toLowerCase().split(":");
      const domain = name.replace(/^\*?\./u, "");
      const isNamed = name === "*" || url.hostname === domain || url.hostname.endsWith(`.${domain}`);
      return isNamed && onlyPort === port;
    });
}

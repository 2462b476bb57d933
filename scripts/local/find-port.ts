import { createServer } from "node:net";
import { defineMessages } from "../../domain/message.ts";
import { createFailure } from "../cli/failure.ts";

const messages = defineMessages({
  invalid: {
    ja: "ポート番号「{text}」は使えません。0から65535の数を指定してください(0は空いている番号)。",
    en: "The port “{text}” cannot be used; give 0 to 65535 (0 = any free one).",
  },
  taken: {
    ja: "ポート{port}はほかのプログラムが使っています。それを終えるか、npm start -- --port {other} のように別の番号を指定してください。",
    en: "Port {port} is in use. End that program, or choose another one: npm start -- --port {other}",
  },
});

/** The wanted port when nobody listens on it; 0 stays 0. */
export async function parseFreePort(text: string): Promise<number> {
  const port = Number(text);
  if (!/^\d{1,5}$/u.test(text) || port > 65_535) {
    throw createFailure("invalid", messages.invalid, { text });
  }
  if (port !== 0 && !(await isFree(port))) {
    throw createFailure("configuration", messages.taken, { port, other: port < 65_535 ? port + 1 : 8400 });
  }
  return port;
}

/** On both of localhost's addresses; a machine without IPv6 has only one. */
async function isFree(port: number): Promise<boolean> {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => canListen(port, host)));
  return answers.every(Boolean);
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer();
    server.once("error", (error) => settle(!("code" in error && error.code === "EADDRINUSE")));
    server.listen({ port, host }, () => server.close(() => settle(true)));
  });
}

import { createPlatform } from "./server.ts";
import { DataFolderInUse } from "./store/data-lock.ts";
import { parseArgs } from "node:util";

/** `node --import tsx platform/main.ts --port N --data DIR --deploy-delay MS` */
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8400" },
    data: { type: "string", default: ".data/platform" },
    "deploy-delay": { type: "string", default: "0" },
  },
});

try {
  const platform = await createPlatform({
    dataDir: values.data,
    port: toNumber(values.port, "--port", 65_535),
    deployDelayMs: toNumber(values["deploy-delay"], "--deploy-delay", 600_000),
    log: (line) => {
      console.error(line);
    },
  });
  console.log(`ready ${platform.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      platform.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function toNumber(text: string, option: string, maximum: number): number {
  const number = Number(text);
  if (!/^\d+$/u.test(text) || number > maximum) {
    throw new Error(`${option} には 0 から ${maximum} の整数を指定してください。 / ${option} must be 0 to ${maximum}.`);
  }
  return number;
}

function explain(error: unknown): unknown {
  if (error instanceof DataFolderInUse) {
    return error.message;
  }
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `ポート ${values.port} は使用中です。--port で別の番号を指定してください。 / Port ${values.port} is in use. Give another one with --port.`;
  }
  return error;
}

import { mkdirSync, writeFileSync } from "node:fs";
import { defineMessages } from "../../domain/message.ts";
import { SuiteError } from "../../domain/suite-error.ts";
import { inRepository } from "./repository-root.ts";
import { textOf } from "./say.ts";

const messages = defineMessages({
  unwritable: {
    ja: "この端末の {path} に書き込めなかったため、ここで止めました({reason})。{cure}、同じ命令をもう一度実行してください。kintoneで済んだところまでは残っていて、続きから行います。",
    en: "Stopped: {path} on this machine cannot be written ({reason}). {cure}, then run the same command again. What kintone has done stays done; it continues from there.",
  },
  full: { ja: "ディスクの空きをつくってから", en: "Free some space" },
  denied: {
    ja: "書き込める場所にしてから(別の場所は MACHI_DX_STATE)",
    en: "Make it writable, or choose another folder with MACHI_DX_STATE",
  },
  unexpected: {
    ja: "予期しない問題で止まりました({reason})。もう一度実行しても続くときは、{file} を添えて開発元へ知らせてください。",
    en: "Stopped by an unexpected problem ({reason}). If it happens again, report it with {file}.",
  },
});

/** The one catcher of the commands: every failure becomes one line and an exit code; the stack goes to a file. */
export async function runCommand(main: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(toFailureLine(error));
    process.exitCode = 1;
  }
}

/** The one line that people read; the stack goes to a file. */
export function toFailureLine(error: unknown): string {
  if (error instanceof SuiteError) {
    saveStack(error);
    return error.message;
  }
  const unwritable = toUnwritable(error);
  if (unwritable !== null) {
    return unwritable;
  }
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
  return textOf(messages.unexpected, { reason, file: saveStack(error) });
}

const full: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const denied: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR"]);

/** A full disk or a folder that may not be written is no fault of the program; null = something else. */
function toUnwritable(error: unknown): string | null {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const cure = full.has(code) ? messages.full : denied.has(code) ? messages.denied : null;
  if (cure === null || !(error instanceof Error) || !("syscall" in error)) {
    return null;
  }
  saveStack(error);
  // A write into an open file does not say its name.
  const path =
    "path" in error && typeof error.path === "string" ? error.path : process.env["MACHI_DX_STATE"] || ".data";
  return textOf(messages.unwritable, { path, reason: code, cure: textOf(cure) });
}

function saveStack(error: unknown): string {
  const file = ".cache/last-error.log";
  const lines = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    lines.push(each.stack ?? each.message);
    if (each instanceof SuiteError && each.details !== undefined) {
      lines.push(JSON.stringify(each.details, null, 2));
    }
  }
  try {
    mkdirSync(inRepository(".cache"), { recursive: true });
    writeFileSync(inRepository(file), `${lines.length > 0 ? lines.join("\n") : String(error)}\n`);
  } catch {
    // A read-only folder must not hide the failure itself.
  }
  return file;
}

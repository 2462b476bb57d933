import { mkdirSync, writeFileSync } from "node:fs";
import { defineMessages } from "../../domain/message.ts";
import { SuiteError } from "../../domain/suite-error.ts";
import { inRepository } from "./repository-root.ts";
import { textOf } from "./say.ts";

const messages = defineMessages({
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
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
  return textOf(messages.unexpected, { reason, file: saveStack(error) });
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

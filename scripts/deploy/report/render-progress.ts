import type { ApplyContext } from "../apply/apply-plan.ts";

/** One line for each step: `[ 3/61] アプリ「取組」を作る`. */
export function createProgressLines(write: (line: string) => void): ApplyContext["onProgress"] {
  return ({ done, total, summary }) => {
    if (summary !== "") {
      write(`[${String(done + 1).padStart(String(total).length)}/${total}] ${summary}`);
    }
  };
}

import { defineProcess } from "../schema/process.ts";

/** Re-opened every year: 承認 is frozen, and a change of it goes through 改定中 and all the steps again. */
export const actionProcess = defineProcess(
  [
    { name: "下書き", assignees: "creator" },
    { name: "所属長確認", assignees: ["kachou"] },
    { name: "事務局点検", assignees: ["jimukyoku"] },
    { name: "委員会付議", assignees: ["iin"] },
    { name: "承認", assignees: ["jimukyoku"] },
    { name: "改定中", assignees: ["tantou", "jimukyoku"] },
    { name: "終了", assignees: ["jimukyoku"] },
  ],
  [
    { name: "所属長へ送る", from: "下書き", to: "所属長確認" },
    { name: "事務局へ送る", from: "所属長確認", to: "事務局点検" },
    { name: "差し戻す", from: "所属長確認", to: "下書き" },
    { name: "委員会へ付議する", from: "事務局点検", to: "委員会付議" },
    { name: "差し戻す", from: "事務局点検", to: "下書き" },
    { name: "承認する", from: "委員会付議", to: "承認" },
    { name: "差し戻す", from: "委員会付議", to: "下書き" },
    { name: "改定を始める", from: "承認", to: "改定中" },
    { name: "事業を終える", from: "承認", to: "終了" },
    { name: "所属長へ送る", from: "改定中", to: "所属長確認" },
    { name: "差し戻す", from: "改定中", to: "下書き" },
    { name: "事業を再び始める", from: "終了", to: "改定中" },
  ],
);

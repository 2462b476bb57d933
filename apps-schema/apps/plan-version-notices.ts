import type { Notifications } from "../schema/notifications.ts";
import { statusField } from "../schema/view.ts";
import { around } from "./notice-parts.ts";

/** The year's last reports are asked for in the next April: by then a newer plan may be in force. */
const wasInForce = [{ field: statusField, operator: "in", values: ["施行(現行)", "旧版"] }] as const;
const isInForce = [{ field: statusField, operator: "in", values: ["施行(現行)"] }] as const;

/**
 * The office is told when the half-yearly reports have to be asked for: the sections are then told by the process, record by
 * record. Nobody edits the plan in force, so that its notice comes once.
 */
export const planVersionNotices: Notifications = {
  general: [{ to: "kachou", on: ["status"] }],
  perRecord: [
    {
      title: "DX推進計画の新しい版が施行されました。自分の課の取組と実施事項を確かめてください。",
      where: isInForce,
      to: ["tantou", "kachou", "iin", "koukai"],
    },
  ],
  reminder: [
    ...around("half_request_on", isInForce, [
      {
        daysLater: 0,
        to: ["jimukyoku"],
        title:
          "上期の進捗報告を依頼する日です。事業ごとに報告をつくり、提出期限を入れて「担当者へ依頼する」を押してください。",
      },
      {
        daysLater: 7,
        to: ["jimukyoku"],
        title: "上期の進捗報告を依頼する日から1週間です。まだ依頼していない事業がないか、確かめてください。",
      },
    ]),
    ...around("year_request_on", wasInForce, [
      {
        daysLater: 0,
        to: ["jimukyoku"],
        title:
          "年度末の進捗報告とKPI実績を依頼する日です。事業と指標ごとに記録をつくり、期限を入れて依頼してください。",
      },
      {
        daysLater: 7,
        to: ["jimukyoku"],
        title: "年度末の報告を依頼する日から1週間です。まだ依頼していない事業と指標がないか、確かめてください。",
      },
    ]),
  ],
};

import type { Notifications } from "../schema/notifications.ts";
import { namedIn } from "../schema/whom.ts";
import { around } from "./notice-parts.ts";

export const meetingNotices: Notifications = {
  reminder: around(
    "held_on",
    [],
    [
      {
        daysLater: -14,
        to: ["jimukyoku"],
        title: "会議まで2週間です。議題と資料を入れて、委員に読んでもらえるようにしてください。",
      },
      {
        daysLater: -7,
        to: ["iin", namedIn("chair")],
        title: "会議まで1週間です。議題と資料を読んでおいてください。出られないときは事務局に知らせてください。",
      },
      {
        daysLater: 1,
        to: ["jimukyoku"],
        title: "会議が終わりました。議題ごとの結果を入れ、決まったことは「宿題をつくる」で残してください。",
      },
    ],
  ),
};

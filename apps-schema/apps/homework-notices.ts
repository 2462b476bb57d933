import type { Notifications } from "../schema/notifications.ts";
import { statusField } from "../schema/view.ts";
import { around, head, owner } from "./notice-parts.ts";

const isUnanswered = [{ field: statusField, operator: "in", values: ["対応中"] }] as const;
const waitsForOffice = [{ field: statusField, operator: "in", values: ["受付", "回答案"] }] as const;

export const homeworkNotices: Notifications = {
  general: [
    { to: owner, on: ["status", "comment"] },
    { to: head, on: ["comment"] },
    { to: "jimukyoku", on: ["comment"] },
  ],
  reminder: [
    ...around("due_on", isUnanswered, [
      {
        daysLater: -7,
        to: [owner, head],
        title: "指摘・宿題に答える期限まで1週間です。「答え」を書いて「答えを出す」を押してください。",
      },
      {
        daysLater: -1,
        to: [owner, head],
        title: "指摘・宿題に答える期限は明日です。「答え」を書いて「答えを出す」を押してください。",
      },
      {
        daysLater: 1,
        to: [owner, head, "jimukyoku"],
        title: "指摘・宿題に答える期限が昨日で過ぎました。今日中に答えを出すか、事務局に相談してください。",
      },
      {
        daysLater: 7,
        to: [owner, head, "jimukyoku"],
        title: "指摘・宿題に答える期限を1週間過ぎました。いつ答えられるかを、相手に伝えてください。",
      },
    ]),
    ...around("due_on", waitsForOffice, [
      {
        daysLater: -7,
        to: ["jimukyoku"],
        title: "期限まで1週間の指摘・宿題が、事務局で止まっています。担当課へ渡すか、答えを読んで進めてください。",
      },
      {
        daysLater: 1,
        to: ["jimukyoku"],
        title: "期限を過ぎた指摘・宿題が、事務局で止まっています。今日中に進めてください。",
      },
    ]),
  ],
};

import type { Notifications } from "../schema/notifications.ts";
import { statusField } from "../schema/view.ts";
import { around, head, owner, ownerSub, ownersFollow } from "./notice-parts.ts";

const isUnwritten = [{ field: statusField, operator: "in", values: ["依頼中", "記入中"] }] as const;
const waitsForHead = [{ field: statusField, operator: "in", values: ["所属長確認"] }] as const;
const writers = [owner, ownerSub];

export const progressNotices: Notifications = {
  general: ownersFollow,
  perRecord: [
    {
      title: "「止まっている」事業の報告が委員会に出ました。次の会議の前に、わけと相談したいことを読んでください。",
      // Nobody edits a report that the committee has, so that this is said once.
      where: [
        { field: statusField, operator: "in", values: ["委員会報告済"] },
        { field: "work_grade", operator: "in", values: ["止まっている"] },
      ],
      to: ["iin"],
    },
  ],
  reminder: [
    ...around("due_on", isUnwritten, [
      {
        daysLater: -14,
        to: writers,
        title: "進捗報告の提出期限まで2週間です。進みぐあいと「やったこと」を書いて「所属長へ送る」を押してください。",
      },
      {
        daysLater: -3,
        to: writers,
        title: "進捗報告の提出期限まで3日です。書きかけでも保存できます。書けたら「所属長へ送る」を押してください。",
      },
      {
        daysLater: 0,
        to: writers,
        title: "今日が進捗報告の提出期限です。書けたら「所属長へ送る」を押してください。",
      },
      {
        daysLater: 1,
        to: [...writers, head],
        title: "進捗報告の提出期限が昨日で過ぎました。今日中に「所属長へ送る」か、事務局に相談してください。",
      },
      {
        daysLater: 7,
        to: [...writers, head, "jimukyoku"],
        title: "進捗報告の提出期限を1週間過ぎました。担当者と事務局で、いつ出せるかを話してください。",
      },
    ]),
    ...around("due_on", waitsForHead, [
      {
        daysLater: 1,
        to: [head],
        title: "所属長の確認を待つ進捗報告があります。読んで「確認して事務局へ送る」か「差し戻す」を押してください。",
      },
      {
        daysLater: 7,
        to: [head, "jimukyoku"],
        title: "所属長の確認が提出期限から1週間たっても済んでいません。今日中に確認するか、事務局に相談してください。",
      },
    ]),
  ],
};

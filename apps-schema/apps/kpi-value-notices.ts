import type { Notifications } from "../schema/notifications.ts";
import { statusField } from "../schema/view.ts";
import { around, head, owner, ownerSub, ownersFollow } from "./notice-parts.ts";

const isMissing = [{ field: statusField, operator: "in", values: ["入力待ち"] }] as const;
const waitsForHead = [{ field: statusField, operator: "in", values: ["入力済"] }] as const;
const writers = [owner, ownerSub];

export const kpiValueNotices: Notifications = {
  general: ownersFollow,
  reminder: [
    ...around("due_on", isMissing, [
      {
        daysLater: -14,
        to: writers,
        title: "KPI実績の入力期限まで2週間です。値か「値の状態」を入れて、所属長へ送ってください。",
      },
      {
        daysLater: -3,
        to: writers,
        title: "KPI実績の入力期限まで3日です。値がまだ出ないときは、空欄のまま「値の状態」で理由を選んでください。",
      },
      {
        daysLater: 0,
        to: writers,
        title: "今日がKPI実績の入力期限です。値か「値の状態」を入れて、所属長へ送ってください。",
      },
      {
        daysLater: 1,
        to: [...writers, head],
        title: "KPI実績の入力期限が昨日で過ぎました。今日中に入れるか、事務局に相談してください。",
      },
      {
        daysLater: 7,
        to: [...writers, head, "jimukyoku"],
        title: "KPI実績の入力期限を1週間過ぎました。担当者と事務局で、いつ入れられるかを話してください。",
      },
    ]),
    ...around("due_on", waitsForHead, [
      {
        daysLater: 1,
        to: [head],
        title:
          "所属長の確認を待つKPI実績があります。読んで「確認して事務局へ送る」か「入力者へ差し戻す」を押してください。",
      },
    ]),
  ],
};

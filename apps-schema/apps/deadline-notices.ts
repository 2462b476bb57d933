import type { Notifications } from "../schema/notifications.ts";
import { around } from "./notice-parts.ts";

const isOpen = [{ field: "town_state", operator: "not in", values: ["対応済", "該当なし"] }] as const;

export const deadlineNotices: Notifications = {
  reminder: around("dl_on", isOpen, [
    {
      daysLater: -180,
      to: ["jimukyoku"],
      title: "国の期限まで半年です。出典を開いて日付を確かめ、「町の対応」を決めてください。",
    },
    {
      daysLater: -90,
      to: ["jimukyoku"],
      title: "国の期限まで3か月です。関係する実施事項の事業が間に合うかを、担当課に確かめてください。",
    },
    {
      daysLater: -30,
      to: ["jimukyoku"],
      title: "国の期限まで1か月です。終わったら「町の対応」を「対応済」にしてください。",
    },
    {
      daysLater: 1,
      to: ["jimukyoku"],
      title: "国の期限が昨日で過ぎました。どうなったかを「町の対応」に入れてください。",
    },
  ]),
};

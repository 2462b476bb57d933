import { readAppCopy } from "../app-access.ts";
import type { Operation } from "../operation.ts";

/** `GET app/adminNotes.json`: 管理者用メモ, for those who may manage the app. */
export const getAdminNotes: Operation = {
  method: "GET",
  path: "/k/v1/app/adminNotes.json",
  reach: "both",
  right: "manage",
  run: (context) => {
    const { settings, revision } = readAppCopy(context);
    return { ...settings.adminNotes, revision };
  },
};

import type { Role } from "../../../apps-schema/schema/app-key.ts";

/** Names of the groups behind the roles; the codes are the roles' own. */
export const roleNames: Readonly<Record<Role, string>> = {
  jimukyoku: "事務局",
  tantou: "担当者",
  kachou: "所属長",
  koukai: "公開担当",
  iin: "委員会",
  etsuran: "閲覧",
};

import { defineMessages } from "../../domain/message.ts";
import { textOf } from "../cli/say.ts";
import { localAccounts } from "./local-accounts.ts";

const messages = defineMessages({
  started: { ja: "まちDX を始めました。", en: "machi-dx is running." },
  portal: { ja: "入口", en: "Portal" },
  roadmap: { ja: "工程表", en: "Road map" },
  phone: { ja: "スマートフォン", en: "Phone" },
  accounts: {
    ja: "アカウント(パスワードはどれも名前と同じです。この機械からだけ使えます)",
    en: "Accounts (each password is the name; only this machine can reach them)",
  },
  admin: { ja: "システム管理", en: "administrator" },
  stop: { ja: "終えるには Ctrl+C を押してください。", en: "Press Ctrl+C to stop." },
});

/** Addresses and accounts, for the person who just started the product. */
export function renderWelcome(baseUrl: string, actionApp: string | undefined): string {
  const addresses = [
    [textOf(messages.portal), `${baseUrl}/k/`],
    ...(actionApp === undefined
      ? []
      : [
          [textOf(messages.roadmap), `${baseUrl}/k/${actionApp}/`],
          [textOf(messages.phone), `${baseUrl}/k/m/${actionApp}/`],
        ]),
  ];
  const accounts = [["admin", textOf(messages.admin)], ...localAccounts.map(({ code, name }) => [code, name])];
  return [
    "",
    textOf(messages.started),
    "",
    ...addresses.map(([name = "", url = ""]) => `  ${url.padEnd(34)} ${name}`),
    "",
    textOf(messages.accounts),
    ...accounts.map(([code = "", name = ""]) => `  ${code.padEnd(10)} ${name}`),
    "",
    textOf(messages.stop),
    "",
  ].join("\n");
}

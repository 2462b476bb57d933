import { defineMessages } from "../message.ts";
import type { Rule } from "./rule.ts";

const messages = defineMessages({
  onlyMeans: {
    ja: "手段が書かれています。それによって、どんな状態になりますか。例：申請のために役場へ行く回数が減る。",
    en: "This describes the means. What will be better because of it? Example: fewer visits to the town hall for applications.",
  },
});

const meansAtEnd =
  /(?:導入|整備|構築|電子化|デジタル化|オンライン化|ペーパーレス化|更新)(?:を?(?:する|します|行う|行います|進める|進めます|実施する|実施します)|を(?:図る|図ります|目指す|目指します))?$/u;

/** Stems, so that 減る, 減り, 減らす and 減少 all count. */
const effect =
  /減[るりらっ少]|短く|短縮|短い|なくな|なくせ|なくす|でき[るまてた]|届[くきい]|選べ|選択でき|待た(?:ない|なく|ず|せない|せず)|増[えや加]|(?:間違|まちが)い|向上|軽減|解消|解決|最適|改善され|便利にな|楽にな|早く|速く/u;

/** 課題3: the ideal state names a state that people notice, not the means to it. */
export const idealStateIsAnEffect: Rule = {
  id: "V-C3-2",
  name: { ja: "あるべき姿が手段だけになっていない", en: "The ideal state is not merely the means" },
  says: messages.onlyMeans,
  level: "reason",
  canBeRelaxed: true,
  moments: ["submit", "proceed"],
  judges: {
    action: ({ ideal_state }) => {
      const text = ideal_state.replace(/[\s\u3000。．.、,！!)）」』]+$/u, "");
      return meansAtEnd.test(text) && !effect.test(text)
        ? [{ path: { field: "ideal_state" }, message: messages.onlyMeans }]
        : [];
    },
  },
};

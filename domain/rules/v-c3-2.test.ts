import { describe, expect, it } from "vitest";
import { toCalendarDate } from "../calendar-date.ts";
import { buildAction } from "./build-record.ts";
import { idealStateIsAnEffect } from "./v-c3-2.ts";

function judge(ideal_state: string) {
  const context = { today: toCalendarDate(2026, 11, 22), related: {} };
  return idealStateIsAnEffect.judges.action?.(buildAction({ ideal_state }), context);
}

describe("V-C3-2", () => {
  it.each([
    "書かない窓口の導入",
    "AIを導入する。",
    "文書管理システムを導入します",
    "庁内ネットワークの更新を図る",
    "申請書の電子化",
    "手続きのオンライン化を進める。\n",
    "会議のペーパーレス化を図ります。",
    "住民向け情報基盤の整備を行う",
  ])("asks what gets better: %j", (text) => {
    expect(judge(text)).toMatchObject([{ path: { field: "ideal_state" } }]);
  });

  it.each([
    "",
    "申請のために役場へ行く回数が減る。",
    "窓口で待たない",
    "いつでも手続きできる。",
    "待ち時間が短くなるように予約システムを導入する",
    "職員の手作業を減らすための電子化",
    "まちがいがなくなる",
    "導入した仕組みで、だれもが情報を受け取れる",
  ])("is content with %j", (text) => {
    expect(judge(text)).toEqual([]);
  });
});

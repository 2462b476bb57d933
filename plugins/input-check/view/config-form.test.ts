// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { SavedSettings } from "../../core/config/saved-settings.ts";
import { createConfigForm } from "./config-form.ts";

afterEach(() => document.body.replaceChildren());

function open(settings: SavedSettings = { ruleLevels: {}, ruleNotes: {} }) {
  const save = vi.fn<(saved: SavedSettings) => void>();
  const cancel = vi.fn<() => void>();
  const form = createConfigForm({ settings, language: "ja", save, cancel });
  document.body.append(form);
  const pick = (rule: string, level: string) => {
    const radio = [...form.querySelectorAll("input")].find(
      (input) => input.name === `mdx-check-rule-${rule.toLowerCase()}` && input.value === level,
    );
    radio?.click();
  };
  const write = (rule: string, text: string) => {
    const note = form.querySelector(`#mdx-check-rule-${rule.toLowerCase()}-note`);
    Object.assign(note ?? {}, { value: text });
  };
  const press = (text: string) => {
    [...form.querySelectorAll("button")].find((button) => button.textContent === text)?.click();
  };
  return { form, save, cancel, pick, write, press };
}

describe("the settings screen", () => {
  it("shows every rule with its name, its words and the levels it can have", () => {
    const { form } = open();
    expect(form.querySelectorAll("fieldset")).toHaveLength(12);
    expect(form.textContent).toContain("デジタルを使わない人への手段がある");
    expect(form.textContent).toContain("だれのための事業ですか。");
    expect(form.querySelectorAll("[name=mdx-check-rule-v-c3-2]")).toHaveLength(3);
    expect(form.querySelectorAll("[name=mdx-check-rule-v-g1]")).toHaveLength(0);
  });

  it("saves only what was relaxed, with its reason", () => {
    const { save, pick, write, press } = open();
    pick("V-C1-1", "hint");
    write("V-C1-1", " 試行中の3月末まで ");
    press("設定を保存する");
    expect(save).toHaveBeenCalledWith({
      ruleLevels: { "V-C1-1": "hint" },
      ruleNotes: { "V-C1-1": "試行中の3月末まで" },
    });
  });

  it("asks for the reason before it saves, and goes to it", () => {
    const { form, save, pick, press } = open();
    pick("V-C3-2", "off");
    press("設定を保存する");
    expect(save).not.toHaveBeenCalled();
    expect(form.querySelector("#mdx-check-rule-v-c3-2-error")?.textContent).toContain("ゆるめた理由が空らんです");
    expect(document.activeElement?.id).toBe("mdx-check-rule-v-c3-2-note");
  });

  it("opens with what is saved, and a rule set back to its own level needs no reason", () => {
    const { form, save, pick, press } = open({ ruleLevels: { "V-C3-3": "off" }, ruleNotes: { "V-C3-3": "理由" } });
    const chosen = form.querySelector("[name=mdx-check-rule-v-c3-3]:checked");
    expect(chosen?.getAttribute("value")).toBe("off");
    pick("V-C3-3", "stop");
    press("設定を保存する");
    expect(save).toHaveBeenCalledWith({ ruleLevels: {}, ruleNotes: {} });
  });

  it("goes back without saving", () => {
    const { save, cancel, press } = open();
    press("保存しないで戻る");
    expect(cancel).toHaveBeenCalledOnce();
    expect(save).not.toHaveBeenCalled();
  });
});

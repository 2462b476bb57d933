// @vitest-environment happy-dom
import { act } from "react";
import type { ReactElement } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { StoredField } from "../../../store/app-settings.ts";
import { FieldInput } from "./field-input.tsx";
import { FieldValue } from "./field-value.tsx";

let root: Root;
let heard: unknown[];

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  root = createRoot(place);
  heard = [];
});
afterEach(() => act(() => root.unmount()));

const options = { 予定: { label: "予定", index: "1" }, 検討: { label: "検討", index: "0" } };

function field(type: string, property: Readonly<Record<string, unknown>> = {}): StoredField {
  return { id: 3, code: "f", type, property: { label: "欄", ...property } };
}

function show(element: ReactElement): void {
  act(() => root.render(element));
}

function showInput(shown: StoredField, value: unknown, part: { error?: string; disabled?: boolean } = {}): void {
  show(
    <FieldInput
      field={shown}
      value={value}
      inputId="box"
      describedBy="why"
      onChange={(next) => heard.push(["change", next])}
      onCommit={(next) => heard.push(["commit", next])}
      {...part}
    />,
  );
}

function find(selector: string): HTMLElement {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) {
    throw new Error(`no ${selector}`);
  }
  return element;
}

function typeInto(selector: string, text: string): void {
  const box = find(selector);
  act(() => {
    // React listens to the prototype's setter.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), "value")?.set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

describe("FieldInput", () => {
  it("types text and settles it when the box is left", () => {
    showInput(field("SINGLE_LINE_TEXT", { required: true }), "前");
    typeInto("#box", "後");
    act(() => {
      find("#box").dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    });
    expect(heard).toEqual([
      ["change", "後"],
      ["commit", "前"],
    ]);
    expect(find("#box").getAttribute("aria-required")).toBe("true");
  });

  it("shows a number with its unit and a keyboard for numbers", () => {
    showInput(field("NUMBER", { unit: "千円", unitPosition: "AFTER" }), "12");
    expect(find("#box").getAttribute("inputmode")).toBe("decimal");
    expect(document.body.textContent).toBe("千円");
  });

  it.each([
    ["DATE", "date", "2026-04-01"],
    ["TIME", "time", "09:30"],
  ])("uses the browser's own picker for %s", (type, input, value) => {
    showInput(field(type), value);
    expect(find("#box").getAttribute("type")).toBe(input);
    expect(find("#box")).toHaveProperty("value", value);
  });

  it("splits an instant into date and time", () => {
    showInput(field("DATETIME"), "2026-04-01T00:00:00Z");
    expect([...document.querySelectorAll("input")].map((box) => box.value)).toEqual(["2026-04-01", "09:00"]);
  });

  it("offers choices in the order of the settings and settles a choice at once", () => {
    showInput(field("DROP_DOWN", { options }), "");
    expect([...document.querySelectorAll("option")].map((option) => option.value)).toEqual(["", "検討", "予定"]);
    typeInto("#box", "予定");
    expect(heard.slice(0, 2)).toEqual([
      ["change", "予定"],
      ["commit", "予定"],
    ]);
  });

  it("keeps a value whose choice is gone from the settings", () => {
    showInput(field("DROP_DOWN", { options }), "廃止");
    expect(find("#box")).toHaveProperty("value", "廃止");
  });

  it("chooses one with radio buttons and several with boxes", () => {
    showInput(field("RADIO_BUTTON", { options }), "検討");
    act(() => {
      find('input[value="予定"]').click();
    });
    expect(heard).toEqual([
      ["change", "予定"],
      ["commit", "予定"],
    ]);
    heard = [];
    showInput(field("CHECK_BOX", { options }), ["予定"]);
    act(() => {
      find('input[value="検討"]').click();
    });
    expect(heard[0]).toEqual(["change", ["検討", "予定"]]);
  });

  it("takes a person off the list", () => {
    showInput(field("USER_SELECT"), [
      { code: "a", name: "甲" },
      { code: "b", name: "乙" },
    ]);
    act(() => {
      find('button[aria-label="「甲」を外す"]').click();
    });
    expect(heard[0]).toEqual(["change", [{ code: "b", name: "乙" }]]);
  });

  it("takes an attachment away", () => {
    showInput(field("FILE"), [{ fileKey: "k", name: "計画.pdf", contentType: "application/pdf", size: "10" }]);
    act(() => {
      find('button[aria-label="「計画.pdf」を外す"]').click();
    });
    expect(heard[0]).toEqual(["change", []]);
  });

  it("never lets markup of a rich text run", () => {
    showInput(field("RICH_TEXT"), '<b>太い</b><img src=x onerror="alert(1)">');
    expect(find("#box").innerHTML).toBe("<b>太い</b>");
  });

  it("says that it is wrong and where the reason stands", () => {
    showInput(field("SINGLE_LINE_TEXT"), "", { error: "必須です。" });
    expect(find("#box").getAttribute("aria-invalid")).toBe("true");
    expect(find("#box").getAttribute("aria-describedby")).toBe("why");
  });

  it.each(["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT", "DATE", "DROP_DOWN", "USER_SELECT", "FILE"])(
    "is disabled as a %s",
    (type) => {
      showInput(field(type, { options }), "", { disabled: true });
      expect(find("#box")).toHaveProperty("disabled", true);
    },
  );
});

describe("FieldValue", () => {
  it("shows an empty value as a dash with words for the ear", () => {
    show(<FieldValue field={field("DATE")} value={null} language="ja" />);
    expect(document.body.textContent).toBe("—値なし");
  });

  it("offers attachments as links in a list, as plugins look for them", () => {
    show(<FieldValue field={field("FILE")} value={[{ fileKey: "k 1", name: "計画.pdf", size: "1" }]} language="ja" />);
    expect(find("li a").textContent).toBe("計画.pdf");
    expect(find("li a").getAttribute("href")).toContain("/k/v1/file.json?fileKey=k%201");
  });

  it("does not link an address that would run", () => {
    show(<FieldValue field={field("LINK", { protocol: "WEB" })} value="javascript:alert(1)" language="ja" />);
    expect(document.querySelector("a")).toBeNull();
  });
});

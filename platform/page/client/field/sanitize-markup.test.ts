// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { toLinkAddress } from "./link-address.ts";
import { sanitizeMarkup } from "./sanitize-markup.ts";

describe("sanitizeMarkup", () => {
  it("keeps what formats text", () => {
    expect(sanitizeMarkup('<b>太い</b><ul><li>一つ</li></ul><div style="color: red">赤</div>')).toBe(
      '<b>太い</b><ul><li>一つ</li></ul><div style="color: red;">赤</div>',
    );
  });

  it.each([
    ["<script>alert(1)</script>x", "x"],
    ['<img src=x onerror="alert(1)">x', "x"],
    ["x<svg><script>alert(1)</script></svg>", "x"],
    ['<b onclick="alert(1)">x</b>', "<b>x</b>"],
    ['<a href="javascript:alert(1)">x</a>', "<a>x</a>"],
    ['<a href=" JaVaScRiPt:alert(1)">x</a>', "<a>x</a>"],
    ['<a href="//evil.example">x</a>', "<a>x</a>"],
    ['<div style="background: url(https://evil.example)">x</div>', "<div>x</div>"],
    ["<iframe srcdoc='<b>y</b>'></iframe>x", "x"],
    ["<custom-thing><i>x</i></custom-thing>", "<i>x</i>"],
  ])("takes the danger out of %s", (markup, safe) => {
    expect(sanitizeMarkup(markup)).toBe(safe);
  });

  it("lets links open elsewhere without handing over this page", () => {
    expect(sanitizeMarkup('<a href="https://example.jp/">x</a>')).toBe(
      '<a href="https://example.jp/" target="_blank" rel="noopener noreferrer">x</a>',
    );
  });
});

describe("toLinkAddress", () => {
  it("follows web pages, numbers and mail, and nothing that runs", () => {
    expect(toLinkAddress("https://example.jp", "WEB")).toBe("https://example.jp");
    expect(toLinkAddress("javascript:alert(1)", "WEB")).toBeNull();
    expect(toLinkAddress("0280-84-1111", "CALL")).toBe("tel:0280841111");
    expect(toLinkAddress("a@example.jp", "MAIL")).toBe("mailto:a@example.jp");
  });
});

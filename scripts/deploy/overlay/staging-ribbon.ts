import { defineMessages } from "../../../domain/message.ts";

const messages = defineMessages({
  ribbon: { ja: "検証環境", en: "Test environment" },
});

/** A stripe along the top and a tag at the bottom: above everything, in nobody's way, and nothing on the page moves. */
const stripeStyle =
  "position:fixed;inset:0 0 auto 0;height:4px;z-index:2147483000;pointer-events:none;" +
  "background:repeating-linear-gradient(135deg,#ffc700 0 12px,#1a1a1a 12px 24px)";
const tagStyle =
  "position:fixed;left:0;bottom:0;z-index:2147483000;pointer-events:none;box-sizing:border-box;max-width:100vw;" +
  "padding:2px 10px;border-radius:0 6px 0 0;background:#ffc700;color:#1a1a1a;" +
  "font:700 12px/1.5 sans-serif;overflow-wrap:anywhere";

/**
 * JavaScript that marks every page of an app as one of a test environment. It needs no plugin and no event of kintone:
 * the app's own JavaScript runs on desktop and mobile pages alike, also where every plugin is switched off. Styles are
 * set through the elements, so that a page's content security policy for style sheets does not matter.
 */
export function buildStagingRibbon(label: string): string {
  const texts = JSON.stringify({ ...messages.ribbon, label }).replaceAll("<", "\\u003c");
  return `(() => {
  const texts = ${texts.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")};
  const show = () => {
    if (document.getElementById("machi-dx-ribbon") !== null) {
      return;
    }
    const word = document.documentElement.lang.startsWith("en") ? texts.en : texts.ja;
    const ribbon = document.createElement("aside");
    ribbon.id = "machi-dx-ribbon";
    ribbon.setAttribute("aria-label", word);
    const stripe = document.createElement("div");
    stripe.style.cssText = "${stripeStyle}";
    const tag = document.createElement("div");
    tag.style.cssText = "${tagStyle}";
    tag.textContent = texts.label.includes(word) ? texts.label : word + " " + texts.label;
    ribbon.append(stripe, tag);
    document.body.append(ribbon);
  };
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", show, { once: true });
  } else {
    show();
  }
})();
`;
}

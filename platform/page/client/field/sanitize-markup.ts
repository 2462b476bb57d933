const elements = new Set(
  "A B BLOCKQUOTE BR CODE DIV EM FONT H1 H2 H3 H4 H5 H6 HR I LI OL P PRE S SPAN STRIKE STRONG SUB SUP TABLE TBODY TD TH THEAD TR U UL".split(
    " ",
  ),
);

/** Elements whose text is no text for people: they go with all that is in them. */
const dropped = new Set(
  "SCRIPT STYLE IFRAME OBJECT EMBED TEMPLATE NOSCRIPT SVG MATH FORM TEXTAREA SELECT TITLE".split(" "),
);

const styles = new Set([
  "color",
  "background-color",
  "font-size",
  "font-weight",
  "font-style",
  "text-align",
  "text-decoration",
]);

/**
 * Keeps of somebody's markup the elements and attributes that only format text (an allow-list), so that rich text and
 * labels can be shown without running anything. Unknown elements are replaced by their content.
 */
export function sanitizeMarkup(markup: string): string {
  // The document of DOMParser runs no script and loads nothing.
  const source = new DOMParser().parseFromString(markup, "text/html");
  const target = document.createElement("div");
  copyChildren(source.body, target);
  return target.innerHTML;
}

function copyChildren(source: Node, target: Node): void {
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      target.appendChild(document.createTextNode(child.textContent ?? ""));
    } else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) {
      copyElement(child, target);
    }
  }
}

function copyElement(child: Node, target: Node): void {
  const name = child.nodeName.toUpperCase();
  if (dropped.has(name)) {
    return;
  }
  if (!elements.has(name)) {
    copyChildren(child, target);
    return;
  }
  const copy = document.createElement(name.toLowerCase());
  if (isElement(child)) {
    copyAttributes(child, copy);
  }
  copyChildren(child, copy);
  target.appendChild(copy);
}

// An element of another document is no instance of this window's Element.
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function copyAttributes(source: Element, copy: HTMLElement): void {
  const address = source.getAttribute("href");
  if (copy.nodeName === "A" && address !== null && /^(?:https?:|mailto:|tel:|\/(?!\/))/iu.test(address.trim())) {
    copy.setAttribute("href", address.trim());
    copy.setAttribute("target", "_blank");
    copy.setAttribute("rel", "noopener noreferrer");
  }
  for (const name of ["colspan", "rowspan", "color", "size"]) {
    const value = source.getAttribute(name);
    if (value !== null && /^[#\w-]+$/u.test(value)) {
      copy.setAttribute(name, value);
    }
  }
  for (const declaration of (source.getAttribute("style") ?? "").split(";")) {
    const [property = "", value = ""] = declaration.split(":", 2).map((part) => part.trim());
    if (styles.has(property.toLowerCase()) && /^[\w\s#.,()%-]+$/u.test(value) && !/url|expression/iu.test(value)) {
      copy.style.setProperty(property.toLowerCase(), value);
    }
  }
}

import { type ReactElement, useLayoutEffect, useRef } from "react";

const classes = {
  desktop: "gaia-app-indexview-customview-html",
  mobile: "gaia-mobile-app-customview",
} as const;

/**
 * The place of a custom view. Its html was written by the app's administrator and is put in as it is, once; scripts in
 * it do not run (fact sheet §10.4). What customizations draw into it afterwards is theirs: React keeps out.
 */
export function CustomView({
  html,
  device,
}: {
  readonly html: string;
  readonly device: "desktop" | "mobile";
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null && place.current.dataset["kpHtml"] !== "set") {
      place.current.dataset["kpHtml"] = "set";
      place.current.innerHTML = html;
    }
  }, [html]);
  return <div ref={place} className={`kp-custom-view ${classes[device]}`} />;
}

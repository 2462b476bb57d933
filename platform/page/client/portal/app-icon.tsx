import type { CSSProperties, ReactElement } from "react";
import { appIconShapes } from "./app-icon-shapes.ts";

const themes: Readonly<Record<string, number>> = {
  WHITE: 258,
  BLUE: 230,
  GREEN: 150,
  RED: 12,
  YELLOW: 70,
  BLACK: 280,
};

/** The same drawing as an address that a customization can show in an image. */
export function drawAppIcon(icon: string, theme: string): string {
  const hue = themes[theme] ?? themes["WHITE"] ?? 0;
  const path = `<path d="${shapeOf(icon)}" fill="none" stroke="hsl(${hue} 45% 35%)" stroke-width="2"/>`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${path}</svg>`)}`;
}

function shapeOf(icon: string): string {
  return appIconShapes[Number(/\d+/u.exec(icon)?.[0] ?? "0") % appIconShapes.length] ?? appIconShapes[0];
}

/** A drawing of our own for each preset; kintone's artwork is not ours to copy. */
export function AppIcon({ icon, theme }: { readonly icon: string; readonly theme: string }): ReactElement {
  const hue = themes[theme] ?? themes["WHITE"] ?? 0;
  const style: CSSProperties & Record<"--kp-hue", number> = { "--kp-hue": hue };
  return (
    <span className="kp-app-icon" style={style} aria-hidden="true">
      <svg className="kp-icon" viewBox="0 0 24 24">
        <path d={shapeOf(icon)} />
      </svg>
    </span>
  );
}

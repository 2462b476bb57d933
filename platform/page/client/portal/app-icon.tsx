import type { CSSProperties, ReactElement } from "react";

const shapes = [
  "M6 4h9l3 3v13H6zM9 11h6M9 15h6",
  "M4 19V9M10 19V5M16 19v-7M22 19H2",
  "M5 5h14v14H5zM9 12l2 2 4-5",
  "M4 6h16v12H4zM4 10h16M9 10v8",
  "M12 4l8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4",
  "M4 7h6l2 2h8v10H4z",
  "M12 4a8 8 0 108 8M12 12V4M12 12h8",
  "M9 11a3 3 0 100-6 3 3 0 000 6zM3 20c0-4 3-6 6-6s6 2 6 6M16 5a3 3 0 010 6M18 14c2 1 3 3 3 6",
] as const;

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
  return shapes[Number(/\d+/u.exec(icon)?.[0] ?? "0") % shapes.length] ?? shapes[0];
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

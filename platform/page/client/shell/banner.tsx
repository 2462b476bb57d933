import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const icons: Readonly<Record<BannerKind, IconName>> = {
  danger: "stop",
  warning: "caution",
  success: "done",
  information: "information",
};

type BannerKind = "danger" | "warning" | "success" | "information";

/** A message across the page; what stops is announced at once, the rest when the reader pauses. */
export function Banner({
  kind,
  title,
  children,
}: {
  readonly kind: BannerKind;
  readonly title?: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={`kp-banner kp-banner-${kind}`} role={kind === "danger" ? "alert" : "status"}>
      <Icon name={icons[kind]} />
      <div className="kp-banner-text">
        {title === undefined ? null : <p className="kp-banner-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

import type { ReactElement, ReactNode } from "react";

/** A part that scrolls inside itself; it takes the focus so that the keyboard can scroll it (WCAG 2.1.1). */
export function ScrollRegion({
  label,
  className,
  busy = false,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly busy?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={`kp-table-scroll ${className}`} aria-label={label} aria-busy={busy} tabIndex={0}>
      {children}
    </section>
  );
}

import type { ReactNode } from "react";

export type NoticeProps = {
  readonly tone: "info" | "warning" | "error";
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

const shapes = { info: "i", warning: "!", error: "×" } as const;

/** A strip that says what happened, what it means and what to do; errors are spoken at once, the rest politely. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  return (
    <div className={`mdx-notice mdx-notice-${tone}`} role={tone === "error" ? "alert" : "status"}>
      <span className="mdx-notice-shape" aria-hidden="true">
        {shapes[tone]}
      </span>
      <div className="mdx-notice-text">
        <strong>{title}</strong>
        {children === undefined ? null : <div>{children}</div>}
      </div>
      {actions === undefined ? null : <div className="mdx-notice-actions">{actions}</div>}
    </div>
  );
}

import type { ReactElement, ReactNode } from "react";

/**
 * `#record-gaia`, around the fields of a record and nothing else: public plugins put a bar of tabs beside them by making it a row
 * (kintone-plugin-tab 2.11), and the buttons above are not to become columns of it.
 */
export function RecordFrame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div id="record-gaia" className="kp-record-frame">
      {children}
    </div>
  );
}

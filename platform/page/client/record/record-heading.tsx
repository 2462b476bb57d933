import { useLayoutEffect, useRef } from "react";
import type { ReactElement } from "react";

let turned = false;

/** The page turns without a reload: its next heading takes the focus, or it would be lost with the pressed button. */
export function expectTurn(): void {
  turned = true;
}

/** The title of a record page. */
export function RecordHeading({ title }: { readonly title: string }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  // In the same moment as it is drawn: later it would take the focus from a field that someone has already gone to.
  useLayoutEffect(() => {
    if (turned) {
      turned = false;
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className="kp-record-title">
      {title}
    </h1>
  );
}

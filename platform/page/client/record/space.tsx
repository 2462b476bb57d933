import { memo, useMemo } from "react";
import type { ReactElement } from "react";
import { spaceRef } from "../kintone/page-state.ts";
import type { SpaceKey } from "../kintone/page-state.ts";

/** An empty element that belongs to customizations: it is drawn once and its content never touched again. */
export const Space = memo(function Space({
  space,
  id,
  className,
}: {
  readonly space: SpaceKey;
  readonly id?: string;
  readonly className: string;
}): ReactElement {
  const ref = useMemo(() => spaceRef(space), [space]);
  return <div ref={ref} id={id} className={className} />;
});

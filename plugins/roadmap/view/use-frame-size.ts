import { type RefObject, useCallback, useLayoutEffect, useState } from "react";

export type FrameSize = { readonly width: number; readonly height: number };

const smallest = 320;
/** Room below the frame: the legend and a margin. */
const below = 56;

/** How wide a scroll bar is here; 0 where it lies over the content. */
export function measureScrollBar(): number {
  const probe = document.createElement("div");
  probe.style.cssText = "position:absolute;width:100px;overflow:scroll;visibility:hidden";
  document.body.append(probe);
  const width = probe.offsetWidth - probe.clientWidth;
  probe.remove();
  return width;
}

/** Null until it was measured, so that nothing is drawn twice; then the width of an element and the height from its top to the lower edge of the window. */
export function useFrameSize(ref: RefObject<HTMLElement | null>): FrameSize | null {
  const [size, setSize] = useState<FrameSize | null>(null);
  const measure = useCallback(() => {
    const element = ref.current;
    if (element !== null) {
      const { top } = element.getBoundingClientRect();
      const height = Math.max(smallest, Math.floor(globalThis.innerHeight - (top + globalThis.scrollY) - below));
      const width = element.clientWidth;
      setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
    }
  }, [ref]);
  // After each drawing: a notice above moves the frame without changing its own size.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (ref.current !== null) {
      observer.observe(ref.current);
    }
    globalThis.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      globalThis.removeEventListener("resize", measure);
    };
  }, [ref, measure]);
  return size;
}

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the browser makes the paper, whoever asked for it: our button or the browser's own menu. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => {
      document.documentElement.classList.add("mdx-printing");
      flushSync(() => setPrinting(true));
    };
    const end = (): void => {
      document.documentElement.classList.remove("mdx-printing");
      setPrinting(false);
    };
    globalThis.addEventListener("beforeprint", begin);
    globalThis.addEventListener("afterprint", end);
    return () => {
      globalThis.removeEventListener("beforeprint", begin);
      globalThis.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}

import { type RefObject, useEffect } from "react";

/** An opened `details` that floats like a menu is shut by Esc, which gives the focus back, and by going elsewhere. */
export function useClosingDetails(place: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const details = place.current;
    if (details === null) {
      return () => {};
    }
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && details.open && !event.defaultPrevented) {
        event.preventDefault();
        details.open = false;
        details.querySelector("summary")?.focus();
      }
    };
    const leave = (event: Event): void => {
      if (event.target instanceof Node && !details.contains(event.target)) {
        details.open = false;
      }
    };
    details.addEventListener("keydown", press);
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      details.removeEventListener("keydown", press);
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [place]);
}

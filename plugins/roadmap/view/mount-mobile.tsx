// Style sheets have no value to import.
// oxlint-disable-next-line import/no-unassigned-import
import "./mobile-view.css";
import { MobilePage } from "./mobile-page.tsx";
import { type Mounting, mountRoot } from "./mount-root.tsx";

/** Draws the cards of a mobile page into its element. */
export function mountMobile(mounting: Mounting): void {
  mountRoot(mounting, <MobilePage key={mounting.env.app} env={mounting.env} />);
}

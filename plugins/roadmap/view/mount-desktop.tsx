// Style sheets have no value to import.
// oxlint-disable-next-line import/no-unassigned-import
import "./desktop-view.css";
import { DesktopPage } from "./desktop-page.tsx";
import { type Mounting, mountRoot } from "./mount-root.tsx";

/** Draws the road map of a desktop page into its element. */
export function mountDesktop(mounting: Mounting): void {
  mountRoot(mounting, <DesktopPage key={mounting.env.app} env={mounting.env} />);
}

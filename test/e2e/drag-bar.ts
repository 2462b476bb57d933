import type { Locator, Page } from "playwright-core";

/** The last bar of the row of an action; a row names the bars it owns. */
export async function findLastBar(page: Page, name: string): Promise<Locator> {
  const owned = await page.getByRole("row", { name }).getAttribute("aria-owns");
  return page.locator(`[id="${owned?.split(" ").at(-1) ?? ""}"]`);
}

/** Where a bar is on the screen, once it stays there: the road map scrolls to today when it is drawn. */
export async function findPlace(bar: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  // Waits until the bar stands still and takes the pointer.
  await bar.hover({ trial: true });
  const box = await bar.boundingBox();
  if (box === null) {
    throw new Error("the bar is not on the screen");
  }
  return box;
}

/** Drags a bar of the road map by so many pixels, as a hand does: not in one step. */
export async function dragBy(page: Page, bar: Locator, distance: number): Promise<void> {
  const box = await findPlace(bar);
  const y = box.y + box.height / 2;
  const x = box.x + box.width / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + distance / 2, y, { steps: 4 });
  await page.mouse.move(x + distance, y, { steps: 4 });
  await page.mouse.up();
}

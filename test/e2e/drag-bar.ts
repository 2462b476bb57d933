import type { Locator, Page } from "playwright-core";

/** The last bar of the row of an action; a row names the bars it owns. */
export async function findLastBar(page: Page, name: string): Promise<Locator> {
  const owned = await page.getByRole("row", { name }).getAttribute("aria-owns");
  return page.locator(`[id="${owned?.split(" ").at(-1) ?? ""}"]`);
}

/** Drags a bar of the road map by so many pixels, as a hand does: not in one step. */
export async function dragBy(page: Page, bar: Locator, distance: number): Promise<void> {
  const box = await bar.boundingBox();
  if (box === null) {
    throw new Error("the bar is not on the screen");
  }
  const y = box.y + box.height / 2;
  const x = box.x + box.width / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + distance / 2, y, { steps: 4 });
  await page.mouse.move(x + distance, y, { steps: 4 });
  await page.mouse.up();
}

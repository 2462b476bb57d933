import { afterAll } from "vitest";
import { openBrowser } from "./open-browser.ts";
import { playApril } from "./year/april.ts";
import { playAutumn } from "./year/autumn.ts";
import { createPlay } from "./year/play.ts";
import { startTown } from "./year/start-town.ts";
import { playSummer } from "./year/summer.ts";
import { playWinter } from "./year/winter.ts";

// One year of a small town, from April to the close, by the roles themselves: no plugin is there. The steps build on each other.

const town = await startTown({ now: "2026-03-31T23:00:00Z" });
const browser = await openBrowser();
const year = { town, browser, play: createPlay(town) };

afterAll(async () => {
  await browser.close();
  await town.close();
});

playApril(year);
playSummer(year);
playAutumn(year);
playWinter(year);

import type { Page } from "playwright-core";

/** A customization for tests: it writes each event it hears into the session storage, so that the list outlives the page. */
export function eventRecorder(names: readonly string[]): string {
  return `(() => {
    const keep = (line) => sessionStorage.setItem("heard", JSON.stringify([...JSON.parse(sessionStorage.getItem("heard") ?? "[]"), line]));
    const kindOf = (value) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);
    const note = (event) => {
      const keys = Object.entries(event).filter(([key]) => key !== "type" && key !== "record" && key !== "records");
      keep([event.type, Object.fromEntries(keys.map(([key, value]) => [key, kindOf(value)])), event.record?.["件名"]?.value ?? null]);
      return event;
    };
    kintone.events.on(${JSON.stringify(names)}, note);
    kintone.events.on(${JSON.stringify(names)}, async (event) => event);
  })();`;
}

/** A customization for tests: it runs what the test has left, at the moment when an app's own files run. */
export const leftScript = `new Function(sessionStorage.getItem("left script") ?? "")();`;

/** Leaves a script for the pages that this one goes to. */
export async function leaveScript(page: Page, script: string): Promise<void> {
  await page.evaluate(`sessionStorage.setItem("left script", ${JSON.stringify(script)})`);
}

/** One event as the recorder wrote it: its type, the kinds of its members, the record's subject. */
export type HeardEvent = readonly [type: string, members: Readonly<Record<string, string>>, subject: string | null];

/** Waits until the page heard an event of this type, and takes all that it heard since the last taking. */
export async function heardUntil(page: Page, type: string): Promise<HeardEvent[]> {
  await page.waitForFunction(`(sessionStorage.getItem("heard") ?? "").includes(${JSON.stringify(`["${type}"`)})`);
  const text: string = await page.evaluate(`
    (() => { const text = sessionStorage.getItem("heard") ?? "[]"; sessionStorage.removeItem("heard"); return text; })()
  `);
  return JSON.parse(text);
}

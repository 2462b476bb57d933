// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, expect, it, vi } from "vitest";
import { offEvent, onEvent } from "../kintone/event-bus.ts";
import { pageState } from "../kintone/page-state.ts";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { PrintPage } from "./print-page.tsx";
import { sampleFields, sampleRecord } from "./testing-fields.ts";
import { stubServer } from "./testing-server.ts";

let root: Root | null = null;

afterEach(() => {
  act(() => root?.unmount());
  offEvent();
  vi.unstubAllGlobals();
  pageState.bootstrap = null;
  document.body.replaceChildren();
});

it("fires app.record.print.show with the record, and only then opens the print dialog", async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  history.replaceState(null, "", "/k/2/print?record=7");
  const steps: string[] = [];
  vi.stubGlobal("print", () => steps.push("print"));
  stubServer(() => ({ body: { record: sampleRecord } }));
  onEvent("app.record.print.show", async (event: { type: string; recordId: unknown }) => {
    await Promise.resolve();
    steps.push(`${event.type} ${typeof event.recordId}`);
    return event;
  });
  const bootstrap = testBootstrap("APP_PRINT", sampleFields);
  if (bootstrap.app === null) {
    throw new Error("no app");
  }
  const { app } = bootstrap;
  pageState.bootstrap = bootstrap;
  const place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
  await act(async () => root?.render(<PrintPage app={app} />));
  await vi.waitFor(async () => {
    await act(async () => {});
    expect(steps).toEqual(["app.record.print.show number", "print"]);
  }, 60_000);
  // On paper nothing can be pressed.
  expect(document.querySelectorAll("#record-gaia button")).toHaveLength(0);
});

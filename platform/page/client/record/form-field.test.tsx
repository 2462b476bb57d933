// @vitest-environment happy-dom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAppearance } from "./appearance.ts";
import { FormField } from "./form-field.tsx";
import { createFormStore, type FormStore } from "./form-store.ts";
import { createLookupControl } from "./lookup-control.ts";
import { buildStartRecord } from "./start-values.ts";
import { buildField } from "./testing-fields.ts";

const fields = [
  buildField("count", "NUMBER"),
  buildField("double", "CALC", { expression: "count * 2", format: "NUMBER_DIGIT", unit: "円", unitPosition: "AFTER" }),
  buildField("time", "CALC", { expression: "count", format: "HOUR_MINUTE", hideExpression: true }),
  buildField("text", "SINGLE_LINE_TEXT", { expression: '"N" & count' }),
];
const startContext = { now: new Date(0), timeZone: "Asia/Tokyo", user: { code: "a", name: "A" } };

let root: Root;
let store: FormStore;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  store = createFormStore({
    appId: 2,
    fields,
    mode: "create",
    mobile: false,
    loaded: null,
    start: buildStartRecord(fields, startContext),
    reuse: false,
    startContext,
    reportFault: () => {},
  });
  const parts = {
    store,
    appearance: createAppearance(),
    lookups: createLookupControl(store),
    copied: new Set<string>(),
  };
  const place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
  act(() =>
    root.render(
      <>
        {fields.map((field) => (
          <FormField key={field.id} field={field} parts={parts} />
        ))}
      </>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

const shown = (): readonly string[] => [...document.querySelectorAll("output")].map(({ textContent }) => textContent);

describe("calculated fields of a form", () => {
  it("are shown to read and follow what is typed", () => {
    expect(document.querySelectorAll("input")).toHaveLength(1);
    act(() => store.edit({ code: "count" }, "90060"));
    expect(shown()).toStrictEqual(["180,120 円", "25時間1分", "N90060"]);
  });

  it("tell their formula unless the app hides it", () => {
    const told = [...document.querySelectorAll(".kp-field-help")].map(({ textContent }) => textContent);
    expect(told).toStrictEqual(["= count * 2", '= "N" & count']);
  });
});

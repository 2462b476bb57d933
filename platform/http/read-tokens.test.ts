import { expect, it } from "vitest";
import { createTestApp, createTestStore } from "../record/testing/test-app.ts";
import { readTokens } from "./read-tokens.ts";

const rights = {
  recordViewable: true,
  recordAddable: false,
  recordEditable: false,
  recordDeletable: false,
  appEditable: false,
};

it("makes one caller of the live tokens of several apps, and no administrator", () => {
  const store = createTestStore();
  const ids = [createTestApp(store, []).id, createTestApp(store, []).id];
  for (const id of ids) {
    store.apiTokens.savePreview(id, [{ token: `token${id}`, note: "", rights }]);
  }
  expect(() => readTokens(store, `token${ids[0]}`)).toThrow("GAIA_IA02");
  for (const id of ids) {
    store.apiTokens.publish(id);
  }
  const caller = readTokens(store, ids.map((id) => `token${id}`).join(", "));
  expect(caller).toMatchObject({ code: "Administrator", isAdmin: false });
  expect([...(caller.tokens ?? [])]).toEqual(ids.map((id) => [id, rights]));
});

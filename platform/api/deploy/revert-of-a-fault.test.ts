import { expect, it } from "vitest";
import { createTestApp, createTestStore, findTestUser, testNow } from "../../record/testing/test-app.ts";
import type { StoredApp } from "../../store/app-store.ts";
import { startDeploy } from "./start-deploy.ts";

it("reverts what could not be deployed", () => {
  const store = createTestStore();
  const { id } = createTestApp(store, [{ code: "x", type: "CALC" }]);
  const find = (): StoredApp => {
    const app = store.apps.find(id);
    if (app === null) {
      throw new Error("no app");
    }
    return app;
  };
  const { live, preview } = find();
  const fields = preview.fields.map((field) =>
    field.code === "x" ? { ...field, property: { ...field.property, expression: "nothing + 1" } } : field,
  );
  store.apps.savePreview(id, { ...preview, fields });
  const call = { store, caller: findTestUser(store, "admin"), now: testNow };
  expect(() => {
    startDeploy(call, [find()], { revert: false });
  }).toThrow(expect.objectContaining({ code: "GAIA_IL01" }));
  startDeploy(call, [find()], { revert: true });
  expect(find().preview).toEqual(live);
});

// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { pageState } from "../kintone/page-state.ts";
import { testBootstrap } from "../kintone/testing-bootstrap.ts";
import { loadGroupCodes, loadMembers, loadPrincipals, loadUser } from "./load-principals.ts";

afterEach(() => {
  pageState.bootstrap = null;
  vi.unstubAllGlobals();
});

it("a guest is offered the people of the app's space, and nothing is asked of the User API", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    const { pathname, search } = new URL(url);
    asked.push(pathname + search);
    return Response.json({
      users: [{ code: "guest/a@example.jp", name: "花子" }],
      groups: [{ code: "team", name: "班" }],
      organizations: [],
    });
  });
  const bootstrap = testBootstrap("APP_CREATE");
  pageState.bootstrap = { ...bootstrap, guestSpace: 3, loginUser: { ...bootstrap.loginUser, isGuest: true } };
  expect(await loadPrincipals("USER_SELECT")).toEqual([{ code: "guest/a@example.jp", name: "花子" }]);
  expect(await loadPrincipals("GROUP_SELECT")).toEqual([{ code: "team", name: "班" }]);
  expect(await loadPrincipals("ORGANIZATION_SELECT")).toEqual([]);
  expect(await loadMembers("GROUP", "team")).toHaveLength(1);
  expect(await loadUser("guest/a@example.jp")).toEqual({ code: "guest/a@example.jp", name: "花子" });
  expect(await loadUser("admin")).toEqual({ code: "admin", name: "admin" });
  expect(await loadGroupCodes("guest/a@example.jp")).toEqual([]);
  const door = "/k/platform/space-people.json?app=2";
  expect(asked).toEqual([door, door, door, `${door}&group=team`, door, door]);
});

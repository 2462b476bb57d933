import { describe, expect, it } from "vitest";
import { roles } from "../../apps-schema/schema/app-key.ts";
import { parseEnvironment } from "./environment.ts";

const complete = {
  format: 1,
  name: "honban",
  label: "本番",
  baseUrl: "https://example.cybozu.com",
  isLocal: false,
  credentials: { username: "HONBAN_USERNAME", password: "HONBAN_PASSWORD" },
  principals: Object.fromEntries(roles.map((role) => [role, { type: "GROUP", code: role }])),
};

const parse = (members: object): ReturnType<typeof parseEnvironment> =>
  parseEnvironment("honban", { ...complete, ...members }, { HONBAN_USERNAME: "user", HONBAN_PASSWORD: "geheim" });

describe("an environment", () => {
  it("is for production unless it says what else it is for", () => {
    expect(parse({})).toMatchObject({ environment: { kind: "production", guestSpace: null, space: null, apps: {} } });
    expect(parse({ kind: "staging" })).toMatchObject({ environment: { kind: "staging" } });
    expect(parse({ kind: "local" })).toEqual({ missing: ["kind(local は isLocal が true の環境だけ)"] });
  });

  it("says where apps are created and which are there already", () => {
    expect(parse({ guestSpace: 12, apps: { action: "45" } })).toMatchObject({
      environment: { guestSpace: "12", space: { id: "12", thread: null }, apps: { action: "45" } },
    });
    expect(parse({ space: { id: "7", thread: 9 } })).toMatchObject({
      environment: { guestSpace: null, space: { id: "7", thread: "9" } },
    });
    expect(parse({ guestSpace: 12, space: { id: 7 } })).toEqual({
      missing: ["space.id(guestSpace と同じ番号が必要)"],
    });
    expect(parse({ apps: { action: "4", dept: "4" } })).toEqual({ missing: ["apps(同じアプリの番号が2つあります)"] });
  });

  it("refuses what it does not know, all at once: a secret in the file, an app, a rule, a member of the overlay", () => {
    const result = parse({
      password: "geheim",
      apps: { akction: "1" },
      overlay: { akction: {}, action: { fields: { action_name: { type: "NUMBER" } } } },
      ruleLevels: { "V-X9": "hint" },
    });
    expect(result).toEqual({
      missing: [
        "apps.akction(アプリの名前が宣言にありません)",
        "overlay.akction(アプリの名前が宣言にありません)",
        "overlay.action.fields.action_name.type(この名前の項目はありません)",
        "ruleLevels.V-X9(この名前の規則はありません)",
        "password(この名前の項目はありません)",
      ],
    });
    expect(JSON.stringify(result)).not.toContain("geheim");
  });

  it("refuses an address that carries a secret or a path", () => {
    for (const baseUrl of ["https://user:geheim@example.cybozu.com", "https://example.cybozu.com/k/"]) {
      expect(parse({ baseUrl })).toEqual({
        missing: ["baseUrl(アドレスにログイン名・パスワード・パスは書けません)"],
      });
    }
  });
});

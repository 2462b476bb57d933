import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { createCredentialCache } from "../http/credential-cache.ts";
import { createLoginThrottle } from "../http/login-throttle.ts";
import { hashPassword } from "../http/password.ts";
import type { Services } from "../http/services.ts";
import { createSessionRoutes } from "../http/session-routes.ts";
import { openSession } from "../http/session.ts";
import { createAppSettings } from "../settings/create-app-settings.ts";
import type { AppSettings } from "../store/app-settings.ts";
import { createFirstAccounts } from "../store/create-first-accounts.ts";
import { openDatabase } from "../store/database.ts";
import { createStore, type Store } from "../store/store.ts";
import { createPageRoutes } from "./page-routes.ts";

const now = new Date("2026-11-22T00:00:00Z");
const change = { by: "admin", now };
const logged: string[] = [];
let pages: Hono;
let store: Store;
let admin: string;
let staff: string;

beforeAll(async () => {
  store = createStore(openDatabase(":memory:"));
  const hash = await hashPassword("admin");
  createFirstAccounts(store, hash, now);
  store.users.add({ code: "tantou", name: "担当 </script>", passwordHash: hash, language: "en" }, now);
  const services: Services = {
    store,
    now: () => now,
    log: (line) => logged.push(line),
    credentials: createCredentialCache(),
    throttle: createLoginThrottle(),
  };
  const assets = mkdtempSync(join(tmpdir(), "kp-pages-"));
  writeFileSync(join(assets, "page.js"), "// page");
  writeFileSync(join(assets, "page.css"), "body{}");
  pages = new Hono();
  pages.route("/", createSessionRoutes(services));
  pages.route("/", createPageRoutes(services, assets));
  admin = cookieOf("admin");
  staff = cookieOf("tantou");

  for (const [id, version] of [
    ["a".repeat(32), "1"],
    ["b".repeat(32), "0.2.0"],
  ] as const) {
    store.plugins.install({
      id,
      version,
      manifest: {
        version,
        name: { en: `Plugin ${version}`, ja: `プラグイン ${version}` },
        icon: "icon.png",
        desktop: { js: ["desktop.js"], css: ["desktop.css"] },
        mobile: { js: ["mobile.js"] },
        config: { html: "config.html", js: ["config.js"], css: ["config.css"] },
      },
      files: new Map([
        ["desktop.js", new TextEncoder().encode(`/* ${id} */`)],
        ["config.html", new TextEncoder().encode(`<section id="settings" class="from-plugin">設定</section>`)],
      ]),
    });
  }
  createApp("計画 </script><b>", (settings) => ({
    ...settings,
    plugins: [
      { id: "a".repeat(32), enabled: true, config: { key: "</script>\u2028" } },
      { id: "b".repeat(32), enabled: true, config: {} },
    ],
    customize: {
      ...settings.customize,
      desktop: { js: [{ type: "URL", url: "https://cdn.example/x.js" }], css: [] },
    },
  }));
});

function createApp(name: string, edit: (settings: AppSettings) => AppSettings): number {
  const { id } = store.apps.create((allocate) => edit(createAppSettings(name, allocate)), change);
  store.apps.publish(id, change);
  return id;
}

function cookieOf(code: string): string {
  const user = store.users.find(code);
  if (user === null) {
    throw new Error(`no user ${code}`);
  }
  return openSession(store, user, now).split(";")[0] ?? "";
}

async function get(path: string, cookie: string | null = admin): Promise<Response> {
  return pages.request(path, { headers: { "Accept-Language": "ja", ...(cookie === null ? {} : { cookie }) } });
}

async function readPending(): Promise<unknown> {
  const [data = "null"] = scriptsOf(await (await get("/k/admin/app/1/plugin/")).text());
  const parsed: unknown = JSON.parse(data);
  return parsed;
}

function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gu)].map(
    ([, attributes = "", body = ""]) => /src="([^"]*)"/u.exec(attributes)?.[1] ?? body.trim(),
  );
}

describe("the header", () => {
  it.each([
    ["/k/", "/k/ntf/", "NOTIFICATION_TOP"],
    ["/k/m/", "/k/m/ntf/", "NOTIFICATION_TOP_MOBILE"],
  ])("leads from %s to the reader's notifications and says how many are unread", async (path, inbox, page) => {
    const quiet = await (await get(path)).text();
    expect(quiet).toMatch(new RegExp(`id="kp-notifications"\\s+href="${inbox}"`, "u"));
    expect(quiet).toMatch(/class="kp-header-badge" aria-hidden="true" hidden/u);
    const notice = {
      kind: "mention",
      title: "",
      status: "",
      commentId: null,
      actor: "tantou",
      createdAt: now.toISOString(),
    } as const;
    store.inbox.add("admin", { appId: 1, recordId: 1 }, notice);
    const told = await (await get(inbox)).text();
    expect(told).toMatch(/class="kp-header-badge" aria-hidden="true"\s*>1</u);
    expect(told).toContain("未読 1件");
    expect(JSON.parse(scriptsOf(told)[0] ?? "")).toMatchObject({ page, unread: 1, now: now.toISOString() });
    expect(await (await get(path, staff)).text()).not.toContain("1 unread");
    store.inbox.mark("admin", null, true);
  });

  it("keeps the notifications from those who are not signed in", async () => {
    expect((await get("/k/ntf/", null)).headers.get("Location")).toBe("/login?return=%2Fk%2Fntf%2F");
  });
});

describe("a page of an app", () => {
  it("loads data, kintone, the app's scripts, each plugin after its id (newest first), then starts", async () => {
    const [data, ...scripts] = scriptsOf(await (await get("/k/1/")).text());
    expect(scripts).toEqual([
      "/k/platform/assets/page.js",
      "https://cdn.example/x.js",
      `kintone.$PLUGIN_ID = "${"b".repeat(32)}";`,
      `/k/platform/plugin/${"b".repeat(32)}/0.2.0/desktop.js`,
      `kintone.$PLUGIN_ID = "${"a".repeat(32)}";`,
      `/k/platform/plugin/${"a".repeat(32)}/1/desktop.js`,
      "kintonePage.start();",
    ]);
    expect(JSON.parse(data ?? "")).toMatchObject({
      page: "APP_INDEX",
      language: "ja",
      loginUser: { code: "admin" },
      app: {
        id: 1,
        settings: { general: { name: "計画 </script><b>" } },
        pluginConfigs: { ["a".repeat(32)]: { key: "</script>\u2028" } },
      },
    });
  });

  it("gives phones the mobile files, and each address its page", async () => {
    const pagesOf = async (path: string): Promise<unknown> => {
      const [data = "null"] = scriptsOf(await (await get(path)).text());
      const parsed: unknown = JSON.parse(data);
      return typeof parsed === "object" && parsed !== null && "page" in parsed ? parsed.page : null;
    };
    expect(scriptsOf(await (await get("/k/m/1/")).text())).toContain(
      `/k/platform/plugin/${"b".repeat(32)}/0.2.0/mobile.js`,
    );
    expect(await pagesOf("/k/1/show?x=1")).toBe("APP_DETAIL");
    expect(await pagesOf("/k/1/edit")).toBe("APP_CREATE");
    expect(await pagesOf("/k/m/1/")).toBe("APP_INDEX_MOBILE");
    expect(await pagesOf("/k/m/1/show?record=1")).toBe("APP_DETAIL_MOBILE");
    expect(await pagesOf("/k/m/1/edit?record=1")).toBe("APP_EDIT_MOBILE");
    expect(await pagesOf("/k/m/1/edit")).toBe("APP_CREATE_MOBILE");
  });

  it("gives every script of the page, and no other, the nonce of its policy", async () => {
    const response = await get("/k/1/");
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    const nonce = /'nonce-([^']+)'/u.exec(policy)?.[1] ?? "none";
    const html = await response.text();
    const tags = [...html.matchAll(/<script\b[^>]*>/gu)].map(([tag]) => tag);
    expect(
      tags.filter((tag) => !tag.includes("application/json")).every((tag) => tag.includes(`nonce="${nonce}"`)),
    ).toBe(true);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect((await get("/k/1/")).headers.get("Content-Security-Policy")).not.toContain(nonce);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("X-Frame-Options")).toBe("SAMEORIGIN");
    expect(response.headers.get("Referrer-Policy")).toBe("same-origin");
  });

  it("escapes names in the page's own text", async () => {
    const html = await (await get("/k/1/")).text();
    expect(html).toContain("計画 &lt;/script&gt;&lt;b&gt;");
    expect(html).not.toContain("計画 </script>");
    expect(await (await get("/k/1/", staff)).text()).not.toContain("担当 </script>");
  });

  it("adds the slash that plugins build addresses on, keeping the query", async () => {
    const response = await get("/k/1?view=20");
    expect([response.status, response.headers.get("Location")]).toEqual([301, "/k/1/?view=20"]);
  });

  it.each(["/k/99/", "/k/0/", "/k/m/99/show?record=1"])("says that the app of %s is not there", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("アプリが見つかりません");
  });
});

describe("someone who is not signed in", () => {
  it("goes to the sign-in page and comes back to the page asked for", async () => {
    const response = await get("/k/1/?view=20", null);
    expect([response.status, response.headers.get("Location")]).toEqual([302, "/login?return=%2Fk%2F1%2F%3Fview%3D20"]);
  });

  it("signs in without JavaScript, through the fields that plugin-uploader types into", async () => {
    const page = await get("/login?return=%2Fk%2F1%2F", null);
    const html = await page.text();
    expect(html).toMatch(/class="form-username-slash[^"]*">[^]*?<input\s+class="form-text/u);
    expect(html).toMatch(/class="form-password-slash[^"]*">[^]*?<input\s+class="form-text/u);
    const csrf = /name="csrf" value="([^"]+)"/u.exec(html)?.[1] ?? "";
    const cookie = page.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const send = async (password: string): Promise<Response> =>
      pages.request("/login", {
        method: "POST",
        headers: { cookie, "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ login: "admin", password, csrf, return: "/k/1/" }).toString(),
      });
    expect((await send("admin")).headers.get("Location")).toBe("/k/1/");
    const refused = await send("wrong");
    const again = await get(refused.headers.get("Location") ?? "", null);
    expect(await again.text()).toContain("ログイン名かパスワードが違います");
  });

  it("is shown no foreign address to return to", async () => {
    const html = await (await get("/login?return=https%3A%2F%2Fevil.example%2F", null)).text();
    expect(html).toMatch(/name="return"[^>]*value="\/k\/"/u);
  });

  it("reads no plugin file", async () => {
    expect((await get(`/k/platform/plugin/${"a".repeat(32)}/1/desktop.js`, null)).status).toBe(404);
  });
});

describe("pages of administrators", () => {
  it.each(["/k/admin/app/1/plugin/", "/k/admin/app/1/plugin/config?pluginId=x", "/k/admin/system/plugin/"])(
    "refuses %s to others in their language, with the header that plugin-uploader reads",
    async (path) => {
      const response = await get(path, staff);
      expect(response.status).toBe(403);
      expect(response.headers.get("X-Cybozu-Error")).toBe("CB_NO02");
      expect(await response.text()).toContain("You cannot open this page");
    },
  );

  it("puts a plugin's settings markup before its scripts, as it is", async () => {
    const html = await (await get(`/k/admin/app/1/plugin/config?pluginId=${"a".repeat(32)}`)).text();
    const markup = html.indexOf(`<section id="settings" class="from-plugin">設定</section>`);
    expect(markup).toBeGreaterThan(0);
    expect(markup).toBeLessThan(html.indexOf("config.js"));
    expect(scriptsOf(html).slice(1)).toEqual([
      "/k/platform/assets/page.js",
      `kintone.$PLUGIN_ID = "${"a".repeat(32)}";`,
      `/k/platform/plugin/${"a".repeat(32)}/1/config.js`,
      "kintonePage.start();",
    ]);
  });

  it("knows whether the preview differs from what users see", async () => {
    expect(await readPending()).toMatchObject({ app: { hasUnpublishedChanges: false } });
    const app = store.apps.find(1);
    if (app === null) {
      throw new Error("the app is there");
    }
    store.apps.savePreview(1, { ...app.preview, general: { ...app.preview.general, theme: "GREEN" } });
    expect(await readPending()).toMatchObject({ app: { hasUnpublishedChanges: true } });
    store.apps.publish(1, change);
  });

  it("refuses a plugin that is not one, and says why", async () => {
    const html = await (await get("/k/admin/system/plugin/")).text();
    const token = /name="__REQUEST_TOKEN__"\s+value="([^"]+)"/u.exec(html)?.[1] ?? "";
    const form = new FormData();
    form.set("__REQUEST_TOKEN__", token);
    form.set("file", new File(["no zip"], "x.zip"));
    const response = await pages.request("/k/admin/system/plugin/", {
      method: "POST",
      headers: { cookie: admin },
      body: form,
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("読み込めませんでした");
    form.set("__REQUEST_TOKEN__", "forged");
    const forged = await pages.request("/k/admin/system/plugin/", {
      method: "POST",
      headers: { cookie: admin },
      body: form,
    });
    expect(await forged.text()).not.toContain("読み込めませんでした");
  });
});

describe("files", () => {
  it("are sent with their type, and not again when the browser has them", async () => {
    const path = `/k/platform/plugin/${"a".repeat(32)}/1/desktop.js`;
    const response = await get(path);
    expect(response.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    const etag = response.headers.get("ETag") ?? "";
    const again = await pages.request(path, { headers: { cookie: admin, "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });

  it.each([
    "/k/platform/assets/page.js.map",
    "/k/platform/assets/..%2Fpage.js",
    `/k/platform/plugin/${"a".repeat(32)}/1/..%2f..%2fsecret`,
    "/k/platform/customize/1/unknown/x.js",
  ])("are not found at %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe("a fault inside the server", () => {
  it("shows a page with a number, logs the rest, and no stack trace is sent", async () => {
    const broken = {
      ...store,
      plugins: {
        ...store.plugins,
        list: () => {
          throw new Error("secret detail");
        },
      },
    };
    const services: Services = {
      store: broken,
      now: () => now,
      log: (line) => logged.push(line),
      credentials: createCredentialCache(),
      throttle: createLoginThrottle(),
    };
    const assets = mkdtempSync(join(tmpdir(), "kp-pages-"));
    writeFileSync(join(assets, "page.js"), "");
    const response = await createPageRoutes(services, assets).request("/k/1/", { headers: { cookie: admin } });
    const html = await response.text();
    expect(response.status).toBe(500);
    expect(html).not.toContain("secret detail");
    expect(logged.join("\n")).toContain("secret detail");
  });
});

describe("the page of personal settings", () => {
  const path = "/k/platform/preference/";
  const send = async (choices: Record<string, string>): Promise<Response> => {
    const token = /name="__REQUEST_TOKEN__" value="([^"]+)"/u.exec(await (await get(path, staff)).text())?.[1] ?? "";
    const form = { __REQUEST_TOKEN__: token, language: "auto", timezone: "Asia/Tokyo", timeFormat: "TWENTY_FOUR" };
    return pages.request(path, {
      method: "POST",
      headers: { "Accept-Language": "ja", cookie: staff },
      body: new URLSearchParams({ ...form, condition: "TO_ME", format: "TEXT", ...choices }),
    });
  };

  it("keeps language, time zone, clock and notifications, and every page is told of them", async () => {
    const chosen = { language: "ja", timezone: "America/New_York", timeFormat: "TWELVE", mail: "true" };
    const saved = await send({ ...chosen, condition: "ALL", format: "HTML" });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${path}?saved`]);
    const [data = "{}"] = scriptsOf(await (await get("/k/1/", staff)).text());
    expect(JSON.parse(data)).toMatchObject({
      language: "ja",
      loginUser: { code: "tantou", timezone: "America/New_York" },
      preference: {
        timeFormat: "TWELVE",
        desktopNotifications: { enabled: false },
        emailNotifications: { enabled: true, condition: "ALL", format: "HTML" },
      },
    });
    expect(await (await get(`${path}?saved`, staff)).text()).toContain("個人設定を保存しました。");
    await send({ language: "en" });
  });

  it("refuses values that are no choice, a form without its token, and whoever is not signed in", async () => {
    expect((await send({ timezone: "Mars/Base" })).status).toBe(400);
    expect((await send({ timeFormat: "TEN" })).status).toBe(400);
    expect((await send({ language: "fr" })).status).toBe(400);
    expect((await send({ __REQUEST_TOKEN__: "x" })).status).toBe(400);
    expect(store.users.find("tantou")).toMatchObject({ timezone: "Asia/Tokyo", language: "en" });
    expect((await get(path, null)).status).toBe(302);
  });
});

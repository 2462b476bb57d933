import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { changePreference } from "../../api/preference/preference-operations.ts";
import { pickLanguage } from "../../http/language.ts";
import { isSameToken } from "../../http/session.ts";
import { PlatformError } from "../../platform-error.ts";
import type { User, UserChange } from "../../store/user-store.ts";
import { type PageServices, sendPage, type SignedInRequest } from "../page-context.ts";
import { pageMessages } from "../page-messages.ts";
import { signedIn } from "../signed-in.ts";
import { preferenceMessages } from "./preference-messages.ts";
import { type PreferenceNotice, renderPreference } from "./render-preference.ts";

const path = "/k/platform/preference/";

/** The page of what people set for themselves: language, time and notifications. It works without JavaScript. */
export function createPreferenceRoutes(services: PageServices): Hono {
  const routes = new Hono();
  routes.get(path.slice(0, -1), (context) => context.redirect(path, 301));
  routes.get(
    path,
    signedIn(services, async (request) => {
      const isSaved = request.context.req.query("saved") !== undefined;
      const text = preferenceMessages.saved[request.language];
      return sendPreference(request, isSaved ? { kind: "success", text } : null);
    }),
  );
  routes.post(path, bodyLimit({ maxSize: 64 * 1024 }), signedIn(services, savePreference));
  return routes;
}

async function savePreference(request: SignedInRequest): Promise<Response> {
  const { context, services, visitor, language } = request;
  const form = await context.req.parseBody().catch((): Record<string, unknown> => ({}));
  if (!isSameToken(form["__REQUEST_TOKEN__"], visitor.requestToken)) {
    return sendPreference(request, { kind: "warning", text: pageMessages.formExpired[language] });
  }
  const change = readForm(form, visitor.user);
  if (change === null) {
    return sendPreference(request, { kind: "danger", text: preferenceMessages.wrong[language] });
  }
  services.store.transaction(() => services.store.users.update(visitor.user.code, change, services.now()));
  return context.redirect(`${path}?saved`, 303);
}

function readForm(form: Readonly<Record<string, unknown>>, user: User): UserChange | null {
  const { language, timezone } = form;
  if ((language !== "auto" && language !== "ja" && language !== "en") || !isTimeZone(timezone)) {
    return null;
  }
  try {
    const preference = changePreference(user.preference, {
      timeFormat: form["timeFormat"],
      desktopNotifications: { enabled: form["desktop"] === "true" },
      emailNotifications: {
        enabled: form["mail"] === "true",
        condition: form["condition"],
        format: form["format"],
      },
    });
    return { language, timezone, preference };
  } catch (error) {
    if (error instanceof PlatformError) {
      return null;
    }
    throw error;
  }
}

function isTimeZone(value: unknown): value is string {
  return typeof value === "string" && listTimeZones(value).some((zone) => zone === value) && isKnown(value);
}

/** The zones that can be chosen; the one that an account has already is among them. */
function listTimeZones(own: string): readonly string[] {
  return [...new Set([own, "Asia/Tokyo", "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted();
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).format(0) !== "";
  } catch {
    return false;
  }
}

async function sendPreference(request: SignedInRequest, notice: PreferenceNotice | null): Promise<Response> {
  const { visitor, nonce, context } = request;
  const { user, requestToken, unread } = visitor;
  // After a save the page is in the language that was chosen.
  const language = pickLanguage(user, context.req.header("Accept-Language") ?? null);
  const html = renderPreference({
    language,
    nonce,
    visitor: { name: user.name, requestToken, unread },
    user,
    timeZones: listTimeZones(user.timezone),
    notice,
  });
  return sendPage(request, html, { status: notice === null || notice.kind === "success" ? 200 : 400 });
}

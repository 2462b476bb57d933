import { firstPreference, type UserPreference } from "../../../store/user-preference.ts";
import { callRest } from "../rest.ts";
import { toParams, toText } from "./arguments.ts";
import { isMobile, pageState } from "./page-state.ts";

const isAdministrator = async (): Promise<boolean> => pageState.bootstrap?.isAdmin ?? false;
const never = async (): Promise<boolean> => false;

/** What `kintone.*` tells of the domain. One machine, one course with everything, no other services (fact sheet §4.2). */
export const domainFunctions = {
  isMobilePage: async (): Promise<boolean> => isMobile(),
  isMobileApp: never,
  isUsersAndSystemAdministrator: isAdministrator,
  isAccessWithClientCertificateAuthentication: never,
  // The pages here are neither kintone's old front end nor its new one; plugins that ask adapt to the DOM of the old one.
  isRevampedUI: never,
  getDomain: async () => {
    const [subdomain = "", ...base] = location.host.split(".");
    return base.length === 0 ? { subdomain: "", baseDomain: location.host } : { subdomain, baseDomain: base.join(".") };
  },
  getAvailableApiTypes: async () => ["CORE", "WIDE"],
  getAvailableServices: async () => ({ garoon: false, office: false, mailwise: false }),
  getUserPreference: async (): Promise<UserPreference> =>
    structuredClone(pageState.bootstrap?.preference ?? firstPreference),
};

export const licenseFunctions = { isTrial: never, getSubscriptionPlan: async () => "WIDE" };

export const systemFunctions = {
  getAvailableFeatures: async () => ({
    space: { enabled: true },
    guestSpace: { enabled: true },
    people: { enabled: false },
    message: { enabled: false },
  }),
  getPermissions: async () => ({ administration: await isAdministrator() }),
};

/** `kintone.user.*`: the reader, or the user that the login name is of (2025-10). */
export const userFunctions = {
  getOrganizations: async (code?: unknown) => {
    const body = toParams(await callRest("GET", "/v1/user/organizations", { code: codeOf(code) }));
    return toList(body["organizationTitles"]).map((entry, index) => {
      const { organization, title } = toParams(entry);
      const { id, code: ownCode, name } = toParams(organization);
      const ownTitle = toParams(title);
      return {
        // The first organization of a user is the one that counts first (a guess).
        organization: { id: toText(id), code: toText(ownCode), name: toText(name), primary: index === 0 },
        title: "code" in ownTitle ? toEntity(ownTitle) : null,
      };
    });
  },
  getGroups: async (code?: unknown) => {
    const body = toParams(await callRest("GET", "/v1/user/groups", { code: codeOf(code) }));
    return toList(body["groups"]).map((group) => toEntity(toParams(group)));
  },
  getCustomFields: async (code?: unknown): Promise<unknown[]> => {
    const body = toParams(await callRest("GET", "/v1/users", { codes: [codeOf(code)] }));
    return toList(toParams(toList(body["users"])[0])["customItemValues"]).map((item) => {
      const { code: name, value } = toParams(item);
      return { code: name, name, type: "SINGLE_LINE_TEXT", value, visibility: "PUBLIC" };
    });
  },
  getIcons: async (users: unknown): Promise<{ user: string; url: string }[]> =>
    (Array.isArray(users) ? users : []).map((user) => ({ user: toText(user), url: drawUserIcon(toText(user)) })),
};

function codeOf(code: unknown): string {
  return toText(code) === "" ? (pageState.bootstrap?.loginUser.code ?? "") : toText(code);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toEntity(entry: Readonly<Record<string, unknown>>): { id: string; code: string; name: string } {
  return { id: toText(entry["id"]), code: toText(entry["code"]), name: toText(entry["name"]) };
}

/** A disc with the first letter: the platform keeps no pictures of people. */
function drawUserIcon(code: string): string {
  const letter = (/[\p{L}\p{N}]/u.exec(code)?.[0] ?? "").toUpperCase();
  const text = `<text x="16" y="22" font-size="16" text-anchor="middle" fill="white">${letter}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#555"/>${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

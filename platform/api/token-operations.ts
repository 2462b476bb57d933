import type { Operation } from "./operation.ts";

/**
 * The operations that an API token may call: those the page 「認証」 of the official site lists, and `form.json`, `app.json` (with a right to
 * view or add) and the list of comments, which are guesses. Refused with GAIA_NO01: what needs a system administrator (new apps,
 * customization, plugins of the domain), `apps.json` (measured by the tests of cli-kintone), `records/acl/evaluate.json` (its page says so),
 * spaces, guests, statistics and the User API. Preview paths are meant too.
 */
const accepted: Readonly<Record<string, string>> = {
  "/k/v1/app.json": "GET",
  "/k/v1/app/acl.json": "GET PUT",
  "/k/v1/app/actions.json": "GET PUT",
  "/k/v1/app/adminNotes.json": "GET PUT",
  "/k/v1/app/customize.json": "GET",
  "/k/v1/app/deploy.json": "GET POST",
  "/k/v1/app/form/fields.json": "GET POST PUT DELETE",
  "/k/v1/app/form/layout.json": "GET PUT",
  "/k/v1/app/notifications/general.json": "GET PUT",
  "/k/v1/app/notifications/perRecord.json": "GET PUT",
  "/k/v1/app/notifications/reminder.json": "GET PUT",
  "/k/v1/app/plugins.json": "GET POST",
  "/k/v1/app/reports.json": "GET PUT",
  "/k/v1/app/settings.json": "GET PUT",
  "/k/v1/app/status.json": "GET PUT",
  "/k/v1/app/views.json": "GET PUT",
  "/k/v1/bulkRequest.json": "POST",
  "/k/v1/field/acl.json": "GET PUT",
  "/k/v1/form.json": "GET",
  "/k/v1/record.json": "GET POST PUT",
  "/k/v1/record/acl.json": "GET PUT",
  "/k/v1/record/assignees.json": "PUT",
  "/k/v1/record/comment.json": "POST DELETE",
  "/k/v1/record/comments.json": "GET",
  "/k/v1/record/status.json": "PUT",
  "/k/v1/records.json": "GET POST PUT DELETE",
  "/k/v1/records/cursor.json": "GET POST DELETE",
  "/k/v1/records/status.json": "PUT",
};

/** Whether an API token may call this operation at all; what it may do with it, its rights decide. */
export function acceptsTokens({ method, path, reach }: Pick<Operation, "method" | "path" | "reach">): boolean {
  // A new app is `app.json` below `/preview`, the information about one is live only.
  const isNewApp = path === "/k/v1/app.json" && reach === "preview";
  return !isNewApp && (accepted[path] ?? "").split(" ").includes(method);
}

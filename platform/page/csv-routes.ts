import { Hono } from "hono";
import { openScope } from "../permission/open-scope.ts";
import { findReadable, toReadable } from "../permission/read-records.ts";
import { PlatformError } from "../platform-error.ts";
import { parseQuery } from "../query/parse-query.ts";
import type { AppSettings } from "../store/app-settings.ts";
import { findSpaceOf, mayEnter } from "./app-place.ts";
import { type CsvField, listCsvFields, startHeading } from "./csv/csv-field.ts";
import { toCsvRows } from "./csv/to-csv-rows.ts";
import { writeCsv } from "./csv/write-csv.ts";
import { type PageServices, sendFault, type SignedInRequest } from "./page-context.ts";
import { fileHeaders } from "./page-security.ts";
import { signedIn } from "./signed-in.ts";

/**
 * `GET /k/{app}/csv?q=…&fields=a,b&bom=1&heading=label|code`: all records that the query finds for the reader, whatever its
 * page. A table's code among the fields stands for all fields in it; without `fields` it is every field.
 */
export function createCsvRoutes(services: PageServices): Hono {
  const routes = new Hono();
  for (const root of ["/k", "/k/guest/:guest{[0-9]+}"]) {
    routes.get(`${root}/:app{[0-9]+}/csv`, signedIn(services, sendCsv));
  }
  return routes;
}

async function sendCsv(request: SignedInRequest): Promise<Response> {
  const { context, services, visitor, language } = request;
  const app = context.req.param("app") ?? "";
  try {
    const call = { store: services.store, caller: visitor.user, now: services.now() };
    const scope = openScope(call, Number(app));
    const space = findSpaceOf(services.store, scope.app.id);
    if (!scope.access.rights.recordExportable || !mayEnter(services.store, space, visitor.user)) {
      return await sendFault(request, { kind: "forbidden" });
    }
    const { condition, order } = parseQuery(context.req.query("q") ?? "");
    const records = findReadable(scope, { condition, order });
    const fields = chooseFields(listShownFields(scope.access.settings), context.req.query("fields"));
    const rows = toCsvRows(
      records.map((record) => toReadable(scope, record)),
      fields,
      {
        timezone: visitor.user.timezone,
        start: startHeading[language],
        heading: context.req.query("heading") === "code" ? "code" : "label",
      },
    );
    const name = encodeURIComponent(`${scope.app.settings.general.name}.csv`).replaceAll("'", "%27");
    return new Response(writeCsv(rows, { bom: context.req.query("bom") === "1" }), {
      headers: {
        ...fileHeaders,
        "Content-Type": "text/csv;charset=utf-8",
        "Content-Disposition": `attachment; filename="records.csv"; filename*=UTF-8''${name}`,
        "Cache-Control": "private, no-store",
      },
    });
  } catch (error) {
    if (!(error instanceof PlatformError)) {
      throw error;
    }
    // The list says in words what is wrong with the condition.
    return error.code === "GAIA_AP01"
      ? sendFault(request, { kind: "app-not-found", app })
      : context.redirect(`/k/${app}/?${new URLSearchParams({ q: context.req.query("q") ?? "" }).toString()}`, 303);
  }
}

/** Without a process there is no status, and records do not answer one. */
function listShownFields({ fields, process }: AppSettings): readonly CsvField[] {
  return listCsvFields(fields).filter(({ type }) => process.enable || !type.startsWith("STATUS"));
}

/** In the order in which they were asked for. */
function chooseFields(all: readonly CsvField[], asked: string | undefined): readonly CsvField[] {
  const codes = (asked ?? "").split(",").filter((code) => code !== "");
  return codes.length === 0
    ? all
    : codes.flatMap((code) => all.filter((field) => (field.table ?? field.code) === code || field.code === code));
}

import { findReadable, toReadable } from "../../permission/read-records.ts";
import { requireAppRight } from "../../permission/require-rights.ts";
import { parseQuery } from "../../query/parse-query.ts";
import { cutPage, pageEnd } from "../../query/run-query.ts";
import type { Operation } from "../operation.ts";
import { readBoolean, readOptionalText } from "../params.ts";
import { readFieldCodes } from "./read-field-codes.ts";
import { writeScopeOf } from "../write-scope-of.ts";

/** `GET records.json`: app, query?, fields[]?, totalCount? → {records, totalCount: string | null}. */
export const getRecords: Operation = {
  method: "GET",
  path: "/k/v1/records.json",
  reach: "live",
  right: "user",
  run: (context) => {
    const { params } = context;
    const scope = writeScopeOf(context);
    requireAppRight(scope, "recordViewable");
    const fields = readFieldCodes(params);
    const query = parseQuery(readOptionalText(params, "query") ?? "");
    const withTotal = readBoolean(params, "totalCount");
    const found = findReadable(scope, query, pageEnd(query));
    const codes = fields.length === 0 ? null : new Set(fields);
    return {
      records: cutPage(found, query).map((record) => toReadable(scope, record, codes)),
      totalCount: withTotal ? String(found.length) : null,
    };
  },
};

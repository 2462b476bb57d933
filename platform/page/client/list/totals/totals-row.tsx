import type { ReactElement } from "react";
import { divide } from "../../../../formula/arithmetic.ts";
import { parseDecimal, printDecimal } from "../../../../record/decimal.ts";
import type { StoredField } from "../../../../store/app-settings.ts";
import type { BootstrapApp } from "../../../bootstrap.ts";
import { formatValue } from "../../field/format-value.ts";
import { readText } from "../../field/read-value.ts";
import { useLoaded } from "../../field/use-loaded.ts";
import { listMessages } from "../../messages/list-messages.ts";
import { toObject } from "../../record/read-rest-record.ts";
import { useObservable } from "../../record/use-observable.ts";
import { callRest } from "../../rest.ts";
import { translate } from "../../shell/translate.ts";
import { isNumeric } from "../list-columns.ts";
import { totalsChoice, type TotalsKind } from "./totals-choice.ts";

/** Under a list: the totals or averages of its number columns over all records of its condition. */
export function TotalsRow({
  app,
  columns,
  condition,
  answer,
}: {
  readonly app: BootstrapApp;
  readonly columns: readonly StoredField[];
  readonly condition: string;
  /** A new object for each showing of the list: the figures are asked for again. */
  readonly answer: string;
}): ReactElement | null {
  const kind = useObservable(totalsChoice);
  const numeric = columns.filter((field) => isNumeric(field) && field.type !== "RECORD_NUMBER");
  return kind === "none" || numeric.length === 0 ? null : (
    <tfoot>
      <Figures {...{ app, columns, numeric, condition, answer, kind }} />
    </tfoot>
  );
}

function Figures({
  app,
  columns,
  numeric,
  condition,
  answer,
  kind,
}: {
  readonly app: BootstrapApp;
  readonly columns: readonly StoredField[];
  readonly numeric: readonly StoredField[];
  readonly condition: string;
  readonly answer: string;
  readonly kind: TotalsKind;
}): ReactElement {
  const codes = numeric.map(({ code }) => code);
  const loaded = useLoaded(
    async () =>
      toObject(await callRest("GET", "/k/platform/list/totals", { app: app.id, query: condition, fields: codes })),
    `${answer} ${condition} ${codes.join(" ")}`,
  );
  const totals = toObject(loaded.value?.["totals"]);
  const words = translate(kind === "sum" ? listMessages.sum : listMessages.average);
  return (
    <tr className="kp-list-totals" aria-busy={loaded.state === "loading"}>
      <th scope="row">{words}</th>
      {columns.map((field) => {
        const total = toObject(totals[field.code]);
        const figure = kind === "sum" ? readText(total["sum"]) : toAverage(total);
        return (
          <td key={field.id} className={isNumeric(field) ? "kp-number" : undefined}>
            {field.code in totals && Number(total["count"]) > 0 ? formatValue(field, figure) : ""}
          </td>
        );
      })}
      <td className="kp-list-row-actions" aria-label={translate(listMessages.actions)} />
    </tr>
  );
}

/** To four places after the point, as kintone rounds a quotient. */
function toAverage(total: Readonly<Record<string, unknown>>): string {
  const [sum, count] = [parseDecimal(readText(total["sum"])), parseDecimal(readText(total["count"]))];
  const average = sum && count && divide(sum, count, { places: 4, mode: "HALF_EVEN" });
  return average === null ? "" : printDecimal(average);
}

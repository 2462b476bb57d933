import type { ReactElement } from "react";
import type { BootstrapApp } from "../../bootstrap.ts";
import { useLoaded } from "../field/use-loaded.ts";
import { readText } from "../field/read-value.ts";
import { chooseView, listViews } from "../list/list-view.ts";
import { splitQuery } from "../list/condition/split-query.ts";
import { historyMessages as text } from "../messages/history-messages.ts";
import { callRest } from "../rest.ts";
import { Icon } from "../shell/icon.tsx";
import { translate } from "../shell/translate.ts";
import type { FormRecord } from "./form-record.ts";
import { toObject } from "./read-rest-record.ts";
import { expectTurn } from "./record-heading.tsx";
import type { ListPlace } from "./record-location.ts";

/** The way to the records before and after this one, in the order of the list that one came from. */
export function RecordPager({
  app,
  record,
  mobile,
  place,
  hrefOf,
}: {
  readonly app: BootstrapApp;
  readonly record: FormRecord;
  readonly mobile: boolean;
  readonly place: ListPlace;
  readonly hrefOf: (record: string) => string;
}): ReactElement | null {
  const query = buildListOrder(app, place, mobile);
  const id = record.id ?? "";
  const loaded = useLoaded(() => loadNeighbours(app.id, id, query), `${id} ${record.revision ?? ""} ${query}`);
  // Nobody came from a list that does not hold the record: then there is no place to speak of.
  if (loaded.state === "failed" || (loaded.value?.position === 0 && place.listView === null)) {
    return null;
  }
  const { position = 0, total = 0, previous = null, next = null } = loaded.value ?? {};
  const words =
    loaded.state === "loading"
      ? ""
      : position === 0
        ? translate(text.outside)
        : translate(text.position, { position, total });
  return (
    <nav
      className="kp-record-pager gaia-argoui-app-show-pager"
      data-kp-part="Pager"
      data-kp-awaits={loaded.state === "loading" ? "Pager" : undefined}
      aria-label={translate(text.pager)}
    >
      <output>{words}</output>
      <PagerLink to={previous} name="previous" hrefOf={hrefOf} />
      <PagerLink to={next} name="next" hrefOf={hrefOf} />
    </nav>
  );
}

function PagerLink({
  to,
  name,
  hrefOf,
}: {
  readonly to: string | null;
  readonly name: "previous" | "next";
  readonly hrefOf: (record: string) => string;
}): ReactElement {
  const label = translate(text[name]);
  const icon = <Icon name={name === "previous" ? "previous" : "open"} />;
  const className = `kp-button kp-button-icon gaia-argoui-app-show-pager-${name}`;
  return to === null ? (
    <button className={className} type="button" aria-label={label} disabled>
      {icon}
    </button>
  ) : (
    <a className={className} href={hrefOf(to)} aria-label={label} data-kp-neighbour={name} onClick={expectTurn}>
      {icon}
    </a>
  );
}

/** Condition and order of the list that a record's address names, as a query. */
function buildListOrder(app: BootstrapApp, place: ListPlace, mobile: boolean): string {
  const view = chooseView(listViews(app.settings, { mobile, allName: "", assigneeName: "" }), place.listView);
  const own = place.listQuery === null ? null : splitQuery(place.listQuery);
  const condition = own?.condition ?? view?.filterCond ?? "";
  const sort = own?.sort || place.listSort || view?.sort || "";
  return `${condition}${sort === "" ? "" : ` order by ${sort}`}`.trim();
}

type Neighbours = {
  readonly position: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
};

async function loadNeighbours(app: number, id: string, query: string): Promise<Neighbours> {
  const answer = toObject(await callRest("GET", "/k/platform/record/neighbours", { app, id, query }));
  return {
    position: Number(answer["position"]),
    total: Number(answer["total"]),
    previous: readText(answer["previous"]) || null,
    next: readText(answer["next"]) || null,
  };
}

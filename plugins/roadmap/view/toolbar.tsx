import { useId } from "react";
import { useLanguage, useText } from "../../core/ui/language.tsx";
import { Segmented } from "../../core/ui/segmented.tsx";
import { SelectField } from "../../core/ui/select-field.tsx";
import { type FiscalYear, parseFiscalYear } from "../../../domain/fiscal-year.ts";
import type { Filters } from "../model/filters.ts";
import { formatYear } from "../model/format-year.ts";
import { type Period, listYears } from "../model/period.ts";
import type { PlanData } from "../model/plan-data.ts";
import { type Zoom, zooms } from "../model/zoom.ts";
import { roadmapTexts } from "./roadmap-texts.ts";

export type ToolbarProps = {
  readonly data: PlanData;
  readonly whole: Period;
  readonly period: Period;
  readonly zoom: Zoom;
  readonly filters: Filters;
  readonly onPeriod: (period: Period) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onFilters: (filters: Filters) => void;
};

const zoomTexts = { year: roadmapTexts.zoomYear, quarter: roadmapTexts.zoomQuarter, month: roadmapTexts.zoomMonth };
const groupChoices = ["重点", "強化", "追加"] as const;

/** What is shown and how, in the order in which one narrows it: period, scale, filters, search. */
export function Toolbar(props: ToolbarProps) {
  const { data, filters, onFilters, zoom } = props;
  const text = useText();
  const all = { value: "", label: text(roadmapTexts.all) } as const;
  return (
    <div className="mdx-rm-toolbar">
      <PeriodChoice whole={props.whole} period={props.period} onPeriod={props.onPeriod} />
      <Segmented
        label={text(roadmapTexts.zoom)}
        value={zoom}
        options={zooms.map((value) => ({ value, label: text(zoomTexts[value]) }))}
        onChange={props.onZoom}
      />
      <SelectField
        label={text(roadmapTexts.group)}
        value={filters.group}
        options={[all, ...groupChoices.map((value) => ({ value, label: value }))]}
        onChange={(group) => onFilters({ ...filters, group })}
      />
      <SelectField
        label={text(roadmapTexts.dept)}
        value={filters.dept}
        options={[all, ...data.depts.map(({ code, name }) => ({ value: code, label: name }))]}
        onChange={(dept) => onFilters({ ...filters, dept })}
      />
      <SelectField
        label={text(roadmapTexts.issue)}
        value={filters.issue}
        options={[all, ...data.issues.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))]}
        onChange={(issue) => onFilters({ ...filters, issue })}
      />
      <SearchBox value={filters.text} onChange={(value) => onFilters({ ...filters, text: value })} />
    </div>
  );
}

function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText();
  const id = useId();
  return (
    <span className="mdx-field mdx-rm-search">
      <label htmlFor={id}>{text(roadmapTexts.search)}</label>
      <input
        id={id}
        type="search"
        className="mdx-input"
        placeholder={text(roadmapTexts.searchHint)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}

type PeriodChoiceProps = Pick<ToolbarProps, "whole" | "period" | "onPeriod">;

function PeriodChoice({ whole, period, onPeriod }: PeriodChoiceProps) {
  const text = useText();
  const language = useLanguage();
  const years = listYears(whole).map((year) => ({ value: String(year), label: formatYear(year, language) }));
  const choose = (value: string, toPeriod: (year: FiscalYear) => Period): void => {
    const year = parseFiscalYear(Number(value));
    if (year !== null) {
      onPeriod(toPeriod(year));
    }
  };
  return (
    <fieldset className="mdx-field mdx-rm-period">
      <legend className="mdx-visually-hidden">{text(roadmapTexts.period)}</legend>
      <span aria-hidden="true">{text(roadmapTexts.period)}</span>
      <select
        className="mdx-select"
        aria-label={text(roadmapTexts.periodFrom)}
        value={String(period.from)}
        onChange={({ target }) => choose(target.value, (from) => ({ from, to: period.to < from ? from : period.to }))}
      >
        {years.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <span aria-hidden="true">〜</span>
      <select
        className="mdx-select"
        aria-label={text(roadmapTexts.periodTo)}
        value={String(period.to)}
        onChange={({ target }) => choose(target.value, (to) => ({ from: period.from > to ? to : period.from, to }))}
      >
        {years.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

import plan from "./goka-dx-plan-v5.json" with { type: "json" };

export type Chapter = { ch_no: string; ch_title: string; ch_text: string };

type Group = (typeof plan.initiative_groups)[number];

/** Gives the plan's whole text, chapter by chapter and line by line as the plan prints it. */
export function planChapters(): Chapter[] {
  const { cover, issues, purpose, positioning, structure, period, organisation, initiative_groups } = plan;
  const [focus, strengthened, additional] = initiative_groups;
  return [
    chapter("", cover.slogan, [cover.municipality, ...cover.title_parts, cover.revision]),
    chapter("", "目次", plan.table_of_contents),
    chapter(
      "01",
      "背景",
      plan.background.flatMap(({ no, title, text }) => [`${no}. ${title}`, text]),
    ),
    chapter("02", "課題(2040年問題)", issues.population_2040.items.flatMap(issueLines)),
    chapter("02", "課題(克服すべき課題)", issues.to_overcome.items.flatMap(issueLines)),
    chapter("03", "目的", [purpose.formula, ...purpose.sub_headings]),
    chapter("04", "計画の位置づけ", positioningLines(positioning)),
    chapter("05", "計画の構成", [...structure.text, ...initiative_groups.flatMap(outlineLines)]),
    chapter("06", "計画の期間", [
      ...period.text,
      period.kpi_table.header_verbatim.join("\t"),
      period.kpi_table.row_verbatim.join("\t"),
    ]),
    chapter("07", "推進体制", [organisation.text]),
    chapter("08", "取組内容", [
      ...(focus === undefined ? [] : [focus.heading_section08, ...itemLines(focus)]),
      ...plan.callouts.map(({ text }) => text),
      ...(strengthened === undefined
        ? []
        : [strengthened.heading_section08, strengthened.basis, ...itemLines(strengthened)]),
    ]),
    // The table of contents ends at 08; the page of 追加取組事項 is headed 09 all the same (line 331 of the text).
    chapter("09", "取組内容", additional === undefined ? [] : [additional.heading_section08, ...itemLines(additional)]),
    chapter(
      "参考",
      "用語集",
      plan.glossary.map(({ term, definition }) => `${term}\t${definition}`),
    ),
  ];
}

function chapter(no: string, title: string, lines: readonly string[]): Chapter {
  return { ch_no: no, ch_title: title, ch_text: lines.join("\n") };
}

function issueLines({ heading, text }: { heading: string; text: string[] }): string[] {
  return [heading, ...text];
}

function positioningLines(positioning: typeof plan.positioning): string[] {
  const { reference_national, reference_prefecture, related_town, action_plan } = positioning;
  return [
    reference_national.label,
    reference_national.heading,
    ...reference_national.items.map((name, index) => `${index + 1}. ${name}`),
    reference_prefecture.label,
    reference_prefecture.heading,
    ...reference_prefecture.items.map((name, index) => `${index + 1}. ${name}`),
    positioning.this_plan_heading,
    action_plan.heading,
    action_plan.text,
    positioning.statement,
    related_town.label,
    related_town.heading,
    ...related_town.items.flatMap(({ name, parts }, index) => [
      `${index + 1}. ${name}`,
      ...parts.map(({ verbatim }) => verbatim),
    ]),
  ];
}

function outlineLines({ heading_section05, items }: Group): string[] {
  return [heading_section05, ...items.map(({ no, title_in_section05_list }) => `${no}. ${title_in_section05_list}`)];
}

function itemLines({ items }: Group): string[] {
  return items.flatMap(({ no, title, sub_items }) => [`${no}. ${title}`, ...sub_items.map(({ verbatim }) => verbatim)]);
}

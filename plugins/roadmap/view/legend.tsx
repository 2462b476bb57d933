import { memo } from "react";
import { useText } from "../../core/ui/language.tsx";
import { roadmapTexts } from "./roadmap-texts.ts";

/** What the patterns mean; the words are in the bars as well, so this is for the first reading and for paper. */
export const Legend = memo(function Legend() {
  const text = useText();
  return (
    <dl className="mdx-rm-legend" aria-label={text(roadmapTexts.legend)}>
      {samples.map(({ className, word }) => (
        <div key={word}>
          <dt aria-hidden="true">
            <i className={`mdx-rm-bar ${className}`} />
          </dt>
          <dd>{word}</dd>
        </div>
      ))}
      <div>
        <dt aria-hidden="true">
          <i className="mdx-rm-planned" />
        </dt>
        <dd>{text(roadmapTexts.legendPlanned)}</dd>
      </div>
      <div>
        <dt aria-hidden="true">
          <i className="mdx-rm-bar mdx-rm-run">
            <i className="mdx-rm-actual" style={{ marginTop: 10, width: 18 }} />
          </i>
        </dt>
        <dd>{text(roadmapTexts.legendActual)}</dd>
      </div>
      <div>
        <dt aria-hidden="true">
          <i className="mdx-rm-late" />
        </dt>
        <dd>{text(roadmapTexts.late)}</dd>
      </div>
      <div>
        <dt aria-hidden="true">
          <i className="mdx-rm-milestone" />
        </dt>
        <dd>{text(roadmapTexts.legendMilestone)}</dd>
      </div>
      <div>
        <dt aria-hidden="true" className="mdx-rm-legend-flag">
          ⚑
        </dt>
        <dd>{text(roadmapTexts.legendFlag)}</dd>
      </div>
    </dl>
  );
});

const samples = [
  { className: "mdx-rm-study", word: "検討" },
  { className: "mdx-rm-prepare", word: "準備" },
  { className: "mdx-rm-run", word: "実施" },
  { className: "mdx-rm-operate", word: "運用・効果確認" },
  { className: "mdx-rm-pause", word: "休止" },
  { className: "mdx-rm-finish", word: "完了" },
  { className: "mdx-rm-run is-changed", word: "変更" },
  { className: "mdx-rm-run is-stopped", word: "中止" },
] as const;

import { useText } from "../../core/ui/language.tsx";
import type { HeaderFlag } from "../model/header-flags.ts";
import { roadmapTexts } from "./roadmap-texts.ts";
import { circledNumber } from "./row-name.ts";

/** What the plan says about a date, and how far it may be trusted. */
export function FlagCard({ flag }: { flag: HeaderFlag }) {
  const text = useText();
  const { subItem } = flag;
  return (
    <>
      <p className="mdx-rm-card-item">{subItem.subItemId}</p>
      <h3 className="mdx-rm-card-title">{`${circledNumber(subItem.no)}${subItem.text}`}</h3>
      <p>{text(roadmapTexts.flagCardText, { date: subItem.dateText })}</p>
      <p>
        {flag.certainty === "firm"
          ? text(roadmapTexts.flagFirm)
          : text(roadmapTexts.flagOpen, {
              precision: text(
                subItem.datePrecision === "月" ? roadmapTexts.precisionMonth : roadmapTexts.precisionYear,
              ),
            })}
      </p>
    </>
  );
}

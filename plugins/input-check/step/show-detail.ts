import { inputCheckSpace } from "../../../apps-schema/schema/layout.ts";
import type { Related } from "../../../domain/rules/rule.ts";
import type { Settings } from "../../core/config/load-settings.ts";
import { isMobilePage, recordPageUrl, recordSpace } from "../../core/kintone/environment.ts";
import { loadIndicators } from "../data/load-related.ts";
import { sortFindings } from "../model/sort-findings.ts";
import { readStoredReasons } from "../model/stored-reasons.ts";
import { type JudgedEvent, judgeNow, pageLanguage } from "../page-check.ts";
import { tellFailure } from "../tell-failure.ts";
import { showPanel } from "../view/show-panel.ts";

/** On a record's page: what there is to check before the next step, at once and again when the indicators are known. */
export async function showDetail({ record, place }: JudgedEvent, settings: Settings): Promise<void> {
  const space = recordSpace(inputCheckSpace);
  if (!space) {
    return;
  }
  const draw = (related: Related) => {
    const findings = judgeNow(place.app, record, { moment: "proceed", settings, related });
    const editUrl = recordPageUrl({ app: place.appId, id: place.recordId ?? "", mobile: isMobilePage(), edit: true });
    const found = sortFindings(findings, readStoredReasons(record));
    showPanel(space, { app: place.app, found, editUrl, language: pageLanguage() });
  };
  draw({});
  try {
    draw(await loadIndicators(place.app, record, settings));
  } catch (error) {
    tellFailure("couldNotRead", error);
  }
}

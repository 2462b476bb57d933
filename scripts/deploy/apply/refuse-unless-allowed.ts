import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Plan } from "../plan/plan.ts";

const messages = defineMessages({
  refused: { ja: "適用できません。{reasons}", en: "The plan cannot be applied. {reasons}" },
  unasked: {
    ja: "名指しの同意がないため、何も変えずに止めました。{reasons} よければ --allow-delete={codes} を付けてください。",
    en: "Stopped before any change: not everything is allowed by name. {reasons} Allow it with --allow-delete={codes}.",
  },
});

/** Before the first write: what stops a plan, and what has to be allowed by name. */
export function refuseUnlessAllowed(plan: Plan): void {
  const stops = plan.hazards.filter((hazard) => hazard.level === "stop");
  if (stops.length > 0) {
    throw createFailure("invalid", messages.refused, { reasons: stops.map((hazard) => hazard.message).join(" ") });
  }
  const open = plan.consents.filter(({ isGiven }) => !isGiven);
  if (open.length > 0) {
    const codes = open.map(({ code }) => code);
    const params = { reasons: open.map(({ message }) => message).join(" "), codes: codes.join(",") };
    throw createFailure("invalid", messages.unasked, params, { details: { consents: codes } });
  }
}

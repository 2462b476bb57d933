import { defineMessages } from "../../../domain/message.ts";
import { createFailure } from "../../cli/failure.ts";
import type { Consent, Plan } from "../plan/plan.ts";

const messages = defineMessages({
  refused: { ja: "適用できません。{reasons}", en: "The plan cannot be applied. {reasons}" },
  unasked: {
    ja: "名指しの承諾がないため、何も変えずに止めました。{reasons}",
    en: "Stopped before any change: not everything is allowed by name. {reasons}",
  },
});

/** What nobody has allowed by name yet. */
function listOpenConsents(plan: Plan): readonly Consent[] {
  return plan.consents.filter(({ isGiven }) => !isGiven);
}

/** Before the first write: what stops a plan, and what has to be allowed by name. */
export function refuseUnlessAllowed(plan: Plan): void {
  const stops = plan.hazards.filter((hazard) => hazard.level === "stop");
  if (stops.length > 0) {
    throw createFailure("invalid", messages.refused, { reasons: stops.map((hazard) => hazard.message).join(" ") });
  }
  const open = listOpenConsents(plan);
  if (open.length > 0) {
    const details = { consents: open.map(({ code }) => code) };
    throw createFailure(
      "invalid",
      messages.unasked,
      { reasons: open.map(({ message }) => message).join(" ") },
      { details },
    );
  }
}

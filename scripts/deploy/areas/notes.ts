import { planMessages } from "../plan/plan-messages.ts";
import { createScalarArea } from "./scalar-area.ts";

/** 管理者用メモ. */
export const notesArea = createScalarArea({
  area: "notes",
  resource: "app/adminNotes",
  message: planMessages.notes,
  members: ["content", "includeInTemplateAndDuplicates"],
  initial: { content: "", includeInTemplateAndDuplicates: true },
  html: ["content"],
});

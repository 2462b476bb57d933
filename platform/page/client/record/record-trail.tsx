import { useEffect } from "react";
import { recordMessages } from "../messages/record-messages.ts";
import { showLastStep } from "../shell/show-trail.ts";
import { translate } from "../shell/translate.ts";

/** Detail and editor share a document: the header's trail says which of them it is. */
export function RecordTrail({ editing }: { readonly editing: boolean }): null {
  useEffect(() => {
    showLastStep(translate(editing ? recordMessages.editPage : recordMessages.detailPage));
  }, [editing]);
  return null;
}

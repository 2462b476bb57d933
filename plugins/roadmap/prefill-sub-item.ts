import type { KintoneEvent } from "../core/kintone/kintone-event.ts";

/** The parameter of the create page's address that names the 実施事項 of the ＋ that was pressed. */
export const subItemParameter = "sub_item_id";

/** Fills the 実施事項 of a new 事業 from the page's address and lets kintone look the rest up. */
export function prefillSubItem(event: KintoneEvent, search: string): KintoneEvent {
  const subItemId = new URLSearchParams(search).get(subItemParameter) ?? "";
  const field = event.record?.["sub_item_id"];
  if (field !== undefined && event.reuse !== true && /^[JKT]\d+-\d+$/u.test(subItemId)) {
    field.value = subItemId;
    field.lookup = true;
  }
  return event;
}

import { describe, expect, it } from "vitest";
import { addDays, toCalendarDate } from "../../../domain/calendar-date.ts";
import {
  type Edit,
  emptyUndoStack,
  forgetRecord,
  invertEdit,
  moveToDone,
  moveToUndone,
  pushEdit,
} from "./undo-stack.ts";

const edit = (recordId: string): Edit => ({ recordId, changes: [] });

describe("the undo stack", () => {
  it("takes the newest edit back and gives it again", () => {
    const stack = pushEdit(pushEdit(emptyUndoStack, edit("1")), edit("2"));
    const undone = moveToUndone(stack);
    expect([undone.done.length, undone.undone.at(-1)?.recordId]).toEqual([1, "2"]);
    expect(moveToDone(undone)).toEqual(stack);
  });

  it("forgets what was undone once something new is done", () => {
    expect(pushEdit(moveToUndone(pushEdit(emptyUndoStack, edit("1"))), edit("2")).undone).toEqual([]);
  });

  it("stays as it is when there is nothing to take back", () => {
    expect(moveToUndone(emptyUndoStack)).toBe(emptyUndoStack);
    expect(moveToDone(emptyUndoStack)).toBe(emptyUndoStack);
  });

  it("forgets the edits of a record that someone else changed", () => {
    const stack = pushEdit(pushEdit(emptyUndoStack, edit("1")), edit("2"));
    expect(forgetRecord(stack, "1").done.map(({ recordId }) => recordId)).toEqual(["2"]);
  });

  it("is undone by inverting twice", () => {
    const day = toCalendarDate(2026, 4, 1);
    const [before, after] = [
      { from: day, to: addDays(day, 3) },
      { from: addDays(day, 7), to: addDays(day, 10) },
    ];
    const given: Edit = { recordId: "1", changes: [{ rowId: "9", before, after }] };
    expect(invertEdit(given).changes[0]).toMatchObject({ before: after, after: before });
    expect(invertEdit(invertEdit(given))).toEqual(given);
  });
});

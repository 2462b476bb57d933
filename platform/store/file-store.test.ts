import { describe, expect, it } from "vitest";
import { createTestStore } from "../record/testing/test-app.ts";

const now = new Date("2026-04-01T00:00:00Z");
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const file = { name: "a.txt", contentType: "text/plain", bytes: new Uint8Array([1, 2]), uploader: "admin" };

describe("an uploaded file", () => {
  it("is attached once, under another key", () => {
    const { files } = createTestStore();
    const uploadKey = files.upload(file, now);
    expect(files.read(uploadKey)).toBeNull();
    const attached = files.attach(uploadKey, now);
    expect(attached).toMatchObject({ name: "a.txt", contentType: "text/plain", size: "2" });
    expect([...(files.read(attached?.fileKey ?? "")?.bytes ?? [])]).toEqual([1, 2]);
    expect(files.attach(uploadKey, now)).toBeNull();
    expect(files.attach(attached?.fileKey ?? "", now)).toBeNull();
  });

  it("waits three days to be attached", () => {
    const { files } = createTestStore();
    const [soon, late] = [files.upload(file, now), files.upload(file, now)];
    expect(files.attach(soon, later(71))).not.toBeNull();
    expect(files.attach(late, later(72))).toBeNull();
  });

  it("that is attached outlives the others", () => {
    const { files } = createTestStore();
    const attached = files.attach(files.upload(file, now), now);
    const waiting = files.upload(file, now);
    files.removeExpired(later(72));
    expect(files.read(attached?.fileKey ?? "")).not.toBeNull();
    expect(files.attach(waiting, now)).toBeNull();
  });
});

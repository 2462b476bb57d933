import { describe, expect, it } from "vitest";
import { renderStatus } from "./render-status.ts";

type Status = Parameters<typeof renderStatus>[0];

const app = { key: "dept", name: "組織", id: "4", url: "https://example.cybozu.com/k/4/", changes: 0, usage: null };
const status: Status = {
  kind: "machi-dx-status",
  format: 2,
  environment: {
    name: "honban",
    label: "本番",
    kind: "production",
    baseUrl: "https://example.cybozu.com",
    guestSpace: null,
  },
  isDrift: null,
  changes: 0,
  apps: [{ ...app, state: "live" }],
  plugins: [],
  mark: null,
  releases: [],
};

describe("renderStatus", () => {
  it("tells a domain that was never deployed to from one whose releases this machine does not know", () => {
    expect(renderStatus(status, "text")).toContain("この端末に適用の記録がありません");
    const mark = { tag: "令和8年12月", at: "2026-12-01T00:00:00Z" };
    expect(renderStatus({ ...status, mark }, "text")).toContain("最後の適用は 令和8年12月");
    const fresh = { ...status, apps: [{ ...app, id: null, url: null, state: "absent" as const }] };
    expect(renderStatus(fresh, "text")).toContain("適用の記録はまだありません。");
    const releases = [{ tag: "first", at: "2026-11-22", by: "admin", isCurrent: true }];
    expect(renderStatus({ ...status, releases }, "text")).toContain("first: 2026-11-22 admin");
  });
});

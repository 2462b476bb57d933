import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inRepository } from "../../cli/repository-root.ts";
import { loadEnvironment } from "../environment.ts";
import { findFleetOf, loadFleet } from "./load-fleet.ts";

const local: object = JSON.parse(readFileSync(inRepository("environments/local.json"), "utf8"));
const { principals } = loadEnvironment("local", {});

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "machi-dx-fleet-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const base = {
  ...local,
  name: "kyotsu",
  kind: "production",
  isLocal: false,
  apps: { dept: "7" },
  overlay: { dept: { name: "部署", description: "共通" } },
};
const sakai = {
  name: "sakai",
  label: "境町",
  base: "kyotsu",
  baseUrl: "https://sakai.example.com",
  credentials: { username: "SAKAI_USERNAME", password: "SAKAI_PASSWORD" },
  principals: { kachou: { type: "ORGANIZATION", code: "kachou" } },
  overlay: { dept: { name: "課の一覧" } },
};
const fleet = {
  format: 1,
  name: "ken",
  label: "見本県",
  overlay: { dept: { description: "県の説明" }, kpi: { name: "県の指標" } },
  waves: [
    { name: "canary", municipalities: ["sakai"] },
    { name: "wave1", municipalities: ["koga"] },
  ],
  municipalities: [{ name: "koga" }, sakai],
};
const koga = {
  ...base,
  name: "koga",
  label: "古河市",
  baseUrl: "https://koga.example.com",
  credentials: { username: "KOGA_USERNAME", password: "KOGA_PASSWORD" },
  overlay: {},
};
const variables = {
  SAKAI_USERNAME: "s",
  SAKAI_PASSWORD: "geheim",
  KOGA_USERNAME: "k",
  KOGA_PASSWORD: "geheim",
  KINTONE_BASE_URL: "https://elsewhere.example.com",
  KINTONE_USERNAME: "x",
};

describe("loadFleet", () => {
  it("puts common words, base and patch together, wave by wave, and lets no KINTONE variable lead all to one place", () => {
    write("kyotsu", base);
    write("koga", koga);
    const { towns, parallel, stopAfter } = loadFleet(write("fleet", fleet), variables);
    expect([parallel, stopAfter, towns.map(({ name, wave }) => [name, wave])]).toEqual([
      4,
      1,
      [
        ["sakai", "canary"],
        ["koga", "wave1"],
      ],
    ]);
    expect(towns[0]?.environment).toMatchObject({
      name: "sakai",
      label: "境町",
      baseUrl: "https://sakai.example.com",
      username: "s",
      apps: {},
      principals: { ...principals, kachou: { type: "ORGANIZATION", code: "kachou" } },
      overlay: { dept: { name: "課の一覧", description: "共通" }, kpi: { name: "県の指標" } },
    });
    expect(towns[1]?.environment).toMatchObject({ name: "koga", overlay: { dept: { description: "県の説明" } } });
  });

  it("lists what is wrong in the file itself in one failure", () => {
    const file = write("fleet", {
      ...fleet,
      parallel: 0,
      secret: "geheim",
      overlay: { dept: { nickname: "x" } },
      waves: [{ name: "canary", municipalities: [] }],
      municipalities: [{ name: "Sakai" }],
    });
    expect(() => loadFleet(file, variables)).toThrow(
      /parallel\(1から32.*overlay\.dept\.nickname\(この名前.*waves\.0\.municipalities\(空.*municipalities\.0\.name\(名前は.*secret\(この名前/u,
    );
  });

  it("lists what does not fit together, in every municipality, before anything is read from a domain", () => {
    write("kyotsu", base);
    const again = { ...fleet, waves: [{ name: "canary", municipalities: ["sakai", "sakai", "nowhere"] }] };
    expect(() => loadFleet(write("fleet", again), variables)).toThrow(
      /「sakai」が2つあります.*「nowhere」は municipalities にありません.*municipalities\.koga\(どの waves にも/u,
    );
    write("koga", { ...koga, baseUrl: sakai.baseUrl, credentials: { username: "A", password: "geheim" } });
    expect(() => loadFleet(write("fleet", fleet), {})).toThrow(
      /直す所が3か所.*sakai: 環境変数 SAKAI_USERNAME.*sakai: 環境変数 SAKAI_PASSWORD.*koga: credentials\.password/u,
    );
    write("koga", { ...koga, baseUrl: sakai.baseUrl });
    expect(() => loadFleet(write("fleet", fleet), variables)).toThrow("koga: 「sakai」と同じアドレス");
    const misplaced = { ...fleet, municipalities: [{ name: "koga", baseUrl: "https://a.example.com" }, sakai] };
    expect(() => loadFleet(write("fleet", misplaced), variables)).toThrow("municipalities.koga.baseUrl(base を書いた");
    const misfit = { ...fleet, overlay: { dept: { fields: { nowhere: { label: "x" } } } } };
    expect(() => loadFleet(write("fleet", misfit), variables)).toThrow("dept.fields.nowhere");
  });

  it("says that a file is not there or no JSON", () => {
    expect(() => loadFleet(join(folder, "none.json"))).toThrow("none.json がありません");
    writeFileSync(join(folder, "fleet.json"), "{");
    expect(() => loadFleet(join(folder, "fleet.json"))).toThrow("直す所が1か所");
  });
});

describe("findFleetOf", () => {
  it("finds the one fleet that declares a municipality", () => {
    write("kyotsu", base);
    const file = write("fleet", fleet);
    expect([findFleetOf("sakai", folder), findFleetOf("nowhere", folder)]).toEqual([file, null]);
  });
});

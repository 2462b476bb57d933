import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAdminClient, findAppId } from "./rest.ts";
import { type Product, removeData, startProduct } from "./start-product.ts";

describe("the product, killed in the middle and started again", () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(async () => {
    await product.stop();
    await removeData(product.dataDir);
  });

  async function killAfter(hasWrittenEnough: () => boolean): Promise<void> {
    await expect.poll(hasWrittenEnough).toBe(true);
    await product.kill();
  }

  it("has every record that was acknowledged, and deploys nothing anew", async () => {
    const client = createAdminClient(product.url);
    const app = await findAppId(client, "用語集");
    const acknowledged: string[] = [];
    const writing = (async () => {
      for (let index = 0; index < 10_000; index += 1) {
        const term = `試験の言葉${index}`;
        await client.record.addRecord({
          app,
          record: { term: { value: term }, definition: { value: "止められても残る" } },
        });
        acknowledged.push(term);
      }
    })();
    const [outcome] = await Promise.all([
      writing.then(
        () => "wrote everything",
        () => "was cut off",
      ),
      killAfter(() => acknowledged.length > 50),
    ]);
    expect(outcome).toBe("was cut off");

    product = await startProduct({ dataDir: product.dataDir });
    // It comes by another pipe than the line that says `ready`.
    await expect.poll(() => product.output()).toContain("配り直すものはありません");
    const again = createAdminClient(product.url);
    const records = await again.record.getAllRecords({ app, condition: 'term like "試験の言葉"', fields: ["term"] });
    const stored = new Set(records.map((record) => record["term"]?.value));
    expect(acknowledged.filter((term) => !stored.has(term))).toStrictEqual([]);
    expect(stored.size - acknowledged.length).toBeLessThanOrEqual(1);
  });
});

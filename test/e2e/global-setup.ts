import type { TestProject } from "vitest/node";
import { type Product, removeData, startProduct } from "./start-product.ts";

declare module "vitest" {
  export interface ProvidedContext {
    productUrl: string;
  }
}

let product: Product | null = null;

/**
 * One running product for every end-to-end file: a fresh domain, the plan and the sample, as a new user gets it.
 * `MACHI_DX_E2E_URL` names one that already runs, for work on a single test.
 */
export async function setup(project: TestProject): Promise<void> {
  const running = process.env["MACHI_DX_E2E_URL"];
  if (running === undefined) {
    product = await startProduct();
  }
  project.provide("productUrl", running ?? product?.url ?? "");
}

export async function teardown(): Promise<void> {
  if (product !== null) {
    await product.stop();
    await removeData(product.dataDir);
  }
}

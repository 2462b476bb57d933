import type { TestProject } from "vitest/node";
import { type Product, removeData, startProduct } from "./start-product.ts";

declare module "vitest" {
  export interface ProvidedContext {
    productUrl: string;
  }
}

let product: Product | null = null;

/** One running product for every end-to-end file: a fresh domain, the plan and the sample, as a new user gets it. */
export async function setup(project: TestProject): Promise<void> {
  product = await startProduct();
  project.provide("productUrl", product.url);
}

export async function teardown(): Promise<void> {
  if (product !== null) {
    await product.stop();
    await removeData(product.dataDir);
  }
}

import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { EsbuildPlugin } from "esbuild-loader";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import type { Configuration } from "webpack";

const root = import.meta.dirname;

/** The plugins are the folders below `plugins/` that have a manifest; `core` has none. */
export function listPluginNames(): string[] {
  return readdirSync(resolve(root, "plugins"))
    .filter((name) => existsSync(resolve(root, "plugins", name, "manifest.json")))
    .toSorted();
}

const shared = {
  mode: "production",
  target: ["web", "es2022"],
  context: root,
  devtool: false,
  module: {
    rules: [
      {
        test: /\.tsx?$/u,
        loader: "esbuild-loader",
        options: { target: "es2022", jsx: "automatic" },
      },
      { test: /\.css$/u, use: [MiniCssExtractPlugin.loader, { loader: "css-loader", options: { url: false } }] },
    ],
  },
  optimization: { minimizer: [new EsbuildPlugin({ target: "es2022", css: true })] },
  performance: false,
  stats: "errors-warnings",
} satisfies Configuration;

function entriesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    ["desktop", "mobile", "config"].flatMap((name) =>
      ["ts", "tsx"]
        .map((extension) => resolve(folder, `${name}.${extension}`))
        .filter((file) => existsSync(file))
        .map((file) => [name, file] as const),
    ),
  );
}

const plugins = listPluginNames().map((name): Configuration => {
  const folder = resolve(root, "plugins", name);
  return {
    ...shared,
    name,
    entry: entriesOf(folder),
    output: { path: resolve(root, "dist/plugins", name), filename: "[name].js" },
    plugins: [new MiniCssExtractPlugin({ filename: "[name].css" })],
  };
});

const pages: Configuration = {
  ...shared,
  name: "platform-pages",
  entry: { page: resolve(root, "platform/page/client/page.ts") },
  output: { path: resolve(root, "dist/platform"), filename: "[name].js" },
  plugins: [new MiniCssExtractPlugin({ filename: "[name].css" })],
};

/** Every bundle of the product: one for each plugin, one for the pages of the local platform. */
const configurations: Configuration[] = [...plugins, pages];

export default configurations;

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
        options: { target: "es2022", jsx: "automatic", charset: "utf8" },
      },
      { test: /\.css$/u, use: [MiniCssExtractPlugin.loader, { loader: "css-loader", options: { url: false } }] },
    ],
  },
  performance: false,
  stats: "errors-warnings",
} satisfies Configuration;

/**
 * For plugins webpack's own minimizer: esbuild keeps functions that nobody calls when they are not at the top of a file,
 * which was 12 KB of gzip more in each plugin. It is slower, so the pages of the local platform go without.
 */
const smallest = { minimizer: ["..." as const, new EsbuildPlugin({ target: "es2022", css: true, exclude: /\.js$/u })] };
const fastest = { minimizer: [new EsbuildPlugin({ target: "es2022", css: true, charset: "utf8" })] };

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
    optimization: smallest,
    entry: entriesOf(folder),
    output: { path: resolve(root, "dist/plugins", name), filename: "[name].js" },
    plugins: [new MiniCssExtractPlugin({ filename: "[name].css" })],
  };
});

const pages: Configuration = {
  ...shared,
  name: "platform-pages",
  optimization: fastest,
  entry: { page: resolve(root, "platform/page/client/page.ts") },
  output: { path: resolve(root, "dist/platform"), filename: "[name].js" },
  plugins: [new MiniCssExtractPlugin({ filename: "[name].css" })],
};

/** Every bundle of the product: one for each plugin, one for the pages of the local platform. */
const configurations: Configuration[] = [...plugins, pages];

export default configurations;

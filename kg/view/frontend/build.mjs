// Builds ../static/explorer and query, .js and .css: the same bytes from the same sources.
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

await build({
  entryPoints: { explorer: "src/main.ts", query: "src/query.ts" },
  outdir: "../static",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  loader: { ".woff2": "dataurl" },
  logLevel: "info",
});

// The licences of what the bundle holds travel with it.
const bundled = [
  "cytoscape",
  "@fontsource-variable/inter",
  "@fontsource-variable/source-serif-4",
  ...["autocomplete", "commands", "language", "legacy-modes", "state", "streamparser", "view"].map((name) => `@codemirror/${name}`),
  ...["common", "highlight", "lr"].map((name) => `@lezer/${name}`),
  "@marijn/find-cluster-break",
  "crelt",
  "style-mod",
  "w3c-keyname",
];
const texts = await Promise.all(
  bundled.map(async (name) => {
    const { version, license } = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
    const text = await readFile(`node_modules/${name}/LICENSE`, "utf8");
    return `${name} ${version} (${license})\n${"=".repeat(72)}\n\n${text.trim()}\n`;
  }),
);
await writeFile("../static/THIRD_PARTY_LICENSES.txt", texts.join("\n\n"));

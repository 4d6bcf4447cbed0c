// Builds ../static/explorer.js and explorer.css: the same bytes from the same sources.
import { build } from "esbuild";

await build({
  entryPoints: { explorer: "src/main.ts" },
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

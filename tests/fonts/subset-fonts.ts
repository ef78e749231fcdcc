/**
 * Makes the theme's fonts anew, from the packages that hold them whole: `npm run fonts`.
 * Writes `_includes/broadsheet/fonts/` and, with what a page says of them, `_includes/broadsheet/styles/fonts.css`.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";
import { fallbacks } from "./fallbacks.ts";
import { cuts, type Family, families, type Script, scripts } from "./families.ts";

const theme = join(import.meta.dirname, "../../_includes/broadsheet");
const packages = createRequire(import.meta.url);

/** The files of the fonts by name, and the rules of the stylesheet that name them. */
export async function makeFonts(): Promise<{
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly css: string;
}> {
  const files = new Map<string, Uint8Array>();
  const faces: string[] = [];
  for (const family of families)
    for (const cut of cuts.filter(({ of }) => of === family.name))
      for (const script of cut.scripts) {
        const name = `${family.file}${cut.style === "italic" ? "-italic" : ""}-${script}.woff2`;
        const whole = readFileSync(packages.resolve(sourceOf(family, cut, script)));
        const axes = { wght: cut.weight, ...(cut.opticalSize && { opsz: cut.opticalSize }) };
        const { text, ranges } = scripts[script];
        files.set(name, await subsetFont(whole, text, { targetFormat: "woff2", variationAxes: axes }));
        faces.push(faceOf(family, cut, script, name, ranges));
      }
  const head =
    "/* The theme's fonts, and others at their size until they are there. Made by `npm run fonts`. */\n\n";
  return { files, css: `${head}${[...faces, ...fallbacks()].join("\n\n")}\n` };
}

type Cut = (typeof cuts)[number];

/** File of a family's package. Only where an optical size is chosen is the axis of it needed. */
function sourceOf({ packageName }: Family, { style, opticalSize }: Cut, script: Script): string {
  const axis = opticalSize ? "opsz" : "wght";
  return `@fontsource-variable/${packageName}/files/${packageName}-${script}-${axis}-${style}.woff2`;
}

function faceOf(
  { name }: Family,
  { style, weight }: Cut,
  script: Script,
  file: string,
  ranges: string,
): string {
  const weights = typeof weight === "number" ? weight : `${weight.min} ${weight.max}`;
  // A family of one face lays a page out in two thirds of the time: what few pages need is a family of its own, behind it.
  const more = script === "latin" ? "" : " More";
  return [
    "@font-face {",
    // Of its own name: until it is there, what is slanted is our upright and not another's italic.
    `  font-family: "${name}${style === "italic" ? " Italic" : ""}${more}";`,
    `  font-style: ${style};`,
    `  font-weight: ${weights};`,
    "  font-display: optional;",
    `  src: url("../fonts/${file}") format("woff2");`,
    `  unicode-range: ${ranges};`,
    "}",
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  const { files, css } = await makeFonts();
  mkdirSync(join(theme, "fonts"), { recursive: true });
  for (const [name, bytes] of files) {
    writeFileSync(join(theme, "fonts", name), bytes);
    console.log(`${name}  ${bytes.length} bytes`);
  }
  for (const { packageName, file } of families)
    copyFileSync(
      join(dirname(packages.resolve(`@fontsource-variable/${packageName}/package.json`)), "LICENSE"),
      join(theme, "fonts", `${file}-OFL.txt`),
    );
  writeFileSync(join(theme, "styles/fonts.css"), css);
}

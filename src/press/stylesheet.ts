import type { Looks } from "../article/masthead.ts";
import type { PageKind } from "../edition/page.ts";
import { type Asset, assetOf } from "../kit/asset.ts";
import { sha256 } from "../kit/hash.ts";
import { textArticle } from "../pages/text-article.ts";
import { textFront } from "../pages/text-front.ts";
import { renderLooks } from "./looks-rules.ts";
import type { Theme } from "./theme.ts";

/** The theme's stylesheet: a list of the files that it consists of. */
export const stylesheetSource = "broadsheet/broadsheet.css";

/** A stylesheet as it is printed, and the fonts that it names, by their paths from the site's root. */
export type Stylesheet = {
  readonly asset: Asset;
  readonly css: string;
  /** Files of the theme. */
  readonly fonts: ReadonlyMap<string, string>;
};

/** A line of it that names one of them. */
export const themeImport = /^@import "(styles\/[\w-]+\.css)";$/gm;
const fontOfTheme = /url\("\.\.\/(fonts\/([\w-]+)\.(\w+))"\)/g;

/**
 * The stylesheet as one file: what it imports of the theme stands in its place. The names of fonts hold their hashes, and
 * so does its own, so that a CDN may keep them for ever.
 */
export function openStylesheet(theme: Theme, looks: Looks = {}): Stylesheet {
  const fonts = new Map<string, string>();
  const hasFonts = looks.fonts !== "system";
  const all = (theme.find(stylesheetSource) ?? "").replace(themeImport, (_line, name: string) =>
    name === "styles/fonts.css" && !hasFonts ? "" : (theme.find(`broadsheet/${name}`) ?? ""),
  );
  const css = `${all}${renderLooks(looks, theme)}`.replace(fontOfTheme, (whole, file, name, ending) => {
    const bytes = theme.findBytes(`broadsheet/${file}`);
    if (!bytes) return whole;
    const printed = `${name}-${sha256(bytes).slice(0, 10)}.${ending}`;
    fonts.set(`/assets/${printed}`, `broadsheet/${file}`);
    return `url("${printed}")`;
  });
  return { asset: assetOf("broadsheet", "css", css), css, fonts };
}

/** The stylesheet of the text edition: a file without any other. */
export function openTextStylesheet(theme: Theme): Stylesheet {
  const css = theme.find("broadsheet/text.css") ?? "";
  return { asset: assetOf("text", "css", css), css, fonts: new Map() };
}

/** The stylesheets of an edition, known by their paths. `text`: that of the text edition, where that is printed. */
export function stylesheetKind(sheet: Stylesheet, text: Stylesheet): PageKind<{ readonly css: string }> {
  const texts = new Map([sheet, text].map(({ asset, css }) => [asset.url, css]));
  return {
    name: "stylesheet",
    once: true,
    pagesShowing: () => [],
    always: ({ prints }) =>
      prints(textFront.name) || prints(textArticle.name) ? [...texts.keys()] : [sheet.asset.url],
    url: (key) => key,
    slice: (key) => {
      const css = texts.get(key);
      return css === undefined ? undefined : { css };
    },
    print: (slice) => slice.css,
  };
}

/** The fonts that the stylesheet names. Their paths say what is in them. */
export function fontKind({ fonts }: Stylesheet, theme: Theme): PageKind<{ readonly file: string }> {
  return {
    name: "font",
    once: true,
    pagesShowing: () => [],
    always: () => [...fonts.keys()],
    url: (key) => key,
    slice: (key) => {
      const file = fonts.get(key);
      return file === undefined ? undefined : { file };
    },
    make: async ({ file }, url) => new Map([[url, theme.findBytes(file) ?? new Uint8Array()]]),
  };
}

/** What each script of writing is set in, so far as the theme has fonts for it. Figures and points are Latin. */
const scriptsOf: Readonly<Record<string, readonly string[]>> = {
  Latn: ["latin"],
  Cyrl: ["cyrillic", "latin"],
  Grek: ["greek", "latin"],
};

/** Paths of the fonts that a page in a language is sure to need: they are loaded before its text is laid out. */
export function listFirstFonts({ fonts }: Stylesheet, language: string): string[] {
  const { script = "" } = new Intl.Locale(language).maximize();
  const names = (scriptsOf[script] ?? []).flatMap((name) =>
    ["serif", "sans"].map((family) => `broadsheet/fonts/${family}-${name}.woff2`),
  );
  return [...fonts].filter(([, file]) => names.includes(file)).map(([url]) => url);
}

import type { FieldValues } from "../article/fields.ts";
import type { Locale } from "../article/masthead.ts";
import { nearestName } from "../kit/nearest.ts";
import { type Judging, tellOf, tellShape } from "./judging.ts";
import { isReserved } from "./reserved.ts";
import { findSlug, isShort, longestSlug } from "./slugs.ts";
import { shownText } from "./yaml-value.ts";

/** What a file's path says: its folders below the articles folder, the date before its name, and its name. */
export type FileName = {
  readonly folders: readonly string[];
  readonly date: string | undefined;
  readonly name: string;
  /** The paper's language that the first folder is called by; `folders` are those below it. */
  readonly locale?: Locale;
};

/** Where an article lies on the site. */
export type Address = { readonly slug: string; readonly section: string; readonly url: string };

/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Takes a path below the articles folder apart. `index.md` goes by the name of its folder. */
export function parseFileName(file: string, locales: readonly Locale[] = []): FileName {
  const folders = file.split("/");
  const last = (folders.pop() ?? "").replace(/\.[^.]*$/, "");
  const whole = last === "index" && folders.length > 0 ? (folders.pop() ?? last) : last;
  const [, date, name] = /^(\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01]))[-_ ]+(.+)$/.exec(whole) ?? [];
  const locale = locales.find(({ key }) => key === folders[0]);
  if (locale) folders.shift();
  return { folders, date, name: name ?? whole, ...(locale && { locale }) };
}

/** An article's slug, section and URL, as front matter or else its file's path gives them. */
export function parseAddress(
  judging: Judging,
  values: FieldValues,
  { folders, name }: FileName,
  { publishedAt = "2000-01-01", locale }: { publishedAt: string | undefined; locale: string | undefined },
): Address | undefined {
  const section = parseSection(judging, values, folders[0]);
  const slug = parseSlug(judging, values.slug, name);
  if (section === undefined || slug === undefined) return undefined;
  const [yyyy = "", mm = "", dd = ""] = publishedAt.slice(0, 10).split("-");
  const parts: Readonly<Record<string, string>> = { section, yyyy, mm, dd, slug };
  const url = judging.context.articleUrl.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
  return { slug, section, url: locale ? `/${locale}${url}` : url };
}

function parseSlug(judging: Judging, written: string | undefined, name: string): string | undefined {
  const made = findSlug(written ?? name);
  const slug = written ?? made;
  const clean = cut(made);
  const example = !clean ? "ferry-returns" : devices.test(clean) ? `${clean}-story` : clean;
  if (slug === example) return slug;
  tellOf(judging, ["slug"], "slug-format", { value: shownText(written ?? name), example });
  return undefined;
}

/** The slug's whole words that are short enough. */
function cut(slug: string): string {
  if (isShort(slug)) return slug;
  const words = slug.split("-");
  while (words.length > 1 && !isShort(words.join("-"))) words.pop();
  const text = words.join("-");
  return isShort(text) ? text : [...text].slice(0, longestSlug / 4).join("");
}

function parseSection(judging: Judging, values: FieldValues, folder: string | undefined): string | undefined {
  const { sections } = judging.context;
  if (values.section !== undefined) return findSection(judging, values.section);
  const fromFolder = findSlug(folder ?? "");
  if (fromFolder && isShort(fromFolder) && (sections ? sections.has(fromFolder) : !isReserved(fromFolder)))
    return fromFolder;
  const nearest = sections && fromFolder ? nearestName(fromFolder, sections) : undefined;
  if (!sections || sections.has("news")) {
    const wrong = { folder: folder ?? "", section: "news", nearest: nearest ?? "" };
    if (nearest) tellOf(judging, ["section"], "section-folder", wrong);
    return "news";
  }
  const [first = "news"] = sections;
  tellOf(judging, ["section"], "field-required", { key: "section", example: `section: ${nearest ?? first}` });
  return undefined;
}

function findSection(judging: Judging, written: string): string | undefined {
  const { sections } = judging.context;
  const section = findSlug(written);
  if (!isShort(section)) {
    tellShape(judging, ["section"], written, `at most ${longestSlug} letters long`);
    return undefined;
  }
  if (sections ? sections.has(section) : section && !isReserved(section)) return section;
  if (!sections && section) {
    tellOf(judging, ["section"], "url-reserved", { url: `/${section}/`, owner: "pages of the site" });
    return undefined;
  }
  const known = sections ?? new Set(["news"]);
  const [first = "news"] = known;
  const advice = `Write section: ${nearestName(section, known) ?? first}, or add the section to sections.json.`;
  tellOf(judging, ["section"], "section-unknown", { value: shownText(written), advice });
  return undefined;
}

import type { Article, Correction, Reference } from "../article/article.ts";
import { type FieldValues, fields } from "../article/fields.ts";
import type { Locale } from "../article/masthead.ts";
import type { Problem } from "../kit/problem.ts";
import { present } from "../kit/record.ts";
import { parseAddress, parseFileName } from "./address.ts";
import { listOf, parseByline, parseTopics } from "./credits.ts";
import { isBefore, parseDates, parseInstant } from "./dates.ts";
import { parseFieldNames } from "./field-names.ts";
import { parseFieldValues } from "./field-values.ts";
import type { FrontMatter } from "./front-matter.ts";
import { type AcceptContext, type FieldPath, type Judging, keyOf, tellOf, tellShape } from "./judging.ts";
import { findLocale, type Language, parseLanguage } from "./language.ts";
import { listReferences, parseAliases, parseCanonicalUrl, parseLead } from "./links.ts";
import { isShort, longestSlug, recallSlug } from "./slugs.ts";
import { shownText } from "./yaml-value.ts";

export type { AcceptContext } from "./judging.ts";

/** An article but for what its body says and its copy's hash. */
export type Metadata = Omit<
  Article,
  "copyHash" | "searchHash" | "wordCount" | "mentions" | "links" | "anchors" | "media" | "live"
> & {
  /** The lead picture's address, wherever the picture lies. */
  readonly shown: readonly Reference[];
};

/**
 * Judges front matter: an article's metadata, or what stops it, each problem with its place. Depends on nothing but
 * the front matter and the context.
 */
export function accept(
  front: FrontMatter,
  context: AcceptContext,
): { readonly metadata?: Metadata; readonly problems: readonly Problem[] } {
  const { written, problems } = parseFieldNames(front);
  const judging: Judging = { front, context, written, problems: [...problems] };
  const values = parseFieldValues(judging);
  const metadata = parseMetadata(judging, values);
  const isStopped = judging.problems.some(({ severity }) => severity === "stop");
  return metadata && !isStopped ? { metadata, problems: judging.problems } : { problems: judging.problems };
}

function parseMetadata(judging: Judging, values: FieldValues): Metadata | undefined {
  const fileName = parseFileName(judging.context.file, judging.context.locales);
  const headline = parseHeadline(judging, values);
  const dates = parseDates(judging, values, fileName.date);
  const { language, direction } = parseLanguageOf(judging, values, fileName.locale);
  const locale = findLocale(language, judging.context.language, judging.context.locales);
  // A wrong date is told already; any other lets the address be judged in the same run.
  const address = parseAddress(judging, values, fileName, { publishedAt: dates?.publishedAt, locale });
  const rest = present({
    standing: values.standing ?? (values.draft ? ("held" as const) : ("usable" as const)),
    genre: values.genre ?? ("report" as const),
    language,
    direction,
    locale,
    topics: parseTopics(judging, values),
    byline: parseByline(judging, values),
    translations: listReferences(judging, values, "translations"),
    related: listReferences(judging, values, "related"),
    ...parseLead(judging, values),
    series: parseSeries(judging, values),
    corrections: parseCorrections(judging, values, dates?.publishedAt),
    canonicalUrl: parseCanonicalUrl(judging, values),
    aliases: parseAliases(judging, values),
    access: values.access ?? ("free" as const),
    data: values.data,
    ...listTexts(values),
  });
  if (headline === undefined || !dates || !address) return undefined;
  return { file: judging.context.file, headline, ...address, ...dates, ...rest };
}

function parseHeadline(judging: Judging, { headline }: FieldValues): string | undefined {
  if (headline === undefined && !judging.written.has("headline")) {
    const { example } = fields.headline;
    tellOf(judging, ["headline"], "field-required", { key: "headline", example });
  }
  return headline;
}

/** Fields that are taken as they were written. */
function listTexts(values: FieldValues) {
  const { shortHeadline, seoHeadline, socialHeadline, standfirst, kicker, dateline } = values;
  const { agency, creditLine, usageTerms, editorsNote, backstory, sensitive } = values;
  return {
    shortHeadline,
    seoHeadline,
    socialHeadline,
    standfirst,
    kicker,
    dateline,
    agency,
    creditLine,
    usageTerms,
    editorsNote,
    backstory,
    sensitive,
  };
}

function parseLanguageOf(
  judging: Judging,
  { language: written }: FieldValues,
  folder: Locale | undefined,
): Language {
  const language = written === undefined ? undefined : parseLanguage(written);
  if (written !== undefined && !language) tellShape(judging, ["language"], written, "a language tag");
  const { language: usual } = folder ?? judging.context;
  return language ?? parseLanguage(usual) ?? { language: usual, direction: "ltr" };
}

function parseSeries(judging: Judging, { series }: FieldValues): Article["series"] {
  if (series === undefined) return undefined;
  const { name, part } = typeof series === "string" ? { name: series } : series;
  const slug = recallSlug(name);
  const at: FieldPath = typeof series === "string" ? ["series"] : ["series", "name"];
  if (slug && isShort(slug)) return present({ slug, name, part });
  tellShape(judging, at, name, `a name with letters, at most ${longestSlug} of them`);
  return undefined;
}

/** `published`: when the article was, where that is known. */
function parseCorrections(
  judging: Judging,
  { corrections }: FieldValues,
  published: string | undefined,
): readonly Correction[] {
  return listOf(corrections).flatMap(({ at: written, kind = "correction", text }, position) => {
    const path = ["corrections", ...(Array.isArray(corrections) ? [position, "at"] : ["at"])] as const;
    const at = parseInstant(judging, path, written);
    if (!at) return [];
    if (published !== undefined && isBefore(written, at, published)) {
      const key = keyOf(judging, "corrections", path.slice(1));
      tellOf(judging, path, "correction-order", { key, value: shownText(written), published });
    }
    return [{ at: at.moment, kind, text }];
  });
}

import type { Masthead } from "../article/masthead.ts";
import { type PictureLayout, type PictureView, viewPicture } from "../article/picture-view.ts";
import type { ShownPicture } from "../article/teaser.ts";
import { fill } from "../article/words.ts";
import type { EleventyConfig } from "../host.ts";
import { formatMoment, isDay, type MomentStyle, momentFrom, monthName, parseMoment } from "../kit/clock.ts";
import { scriptJson } from "../kit/html.ts";
import { isInternal, urlUnder } from "../kit/url.ts";
import type { PrintRoom } from "./print-room.ts";

/** Broadsheet's filters for templates, by name. Dates are written for the masthead's zone and, unless another is named, in the language of the page. */
export function filtersFor(masthead: () => Masthead) {
  return {
    /** A moment, or a Date, for readers. Style: `date`, `time`, `date-time` or `short`. */
    mastheadDate(
      this: unknown,
      moment: string | Date,
      style: MomentStyle = "date",
      language = languageOf(this) ?? masthead().language,
    ): string {
      const zone = masthead().timeZone;
      const text =
        moment instanceof Date ? momentFrom(moment.getTime(), zone).moment : momentOf(moment, zone);
      // A day without a time is kept as its midnight, which nobody means.
      const isDate = isDay(text) || text.slice(11, 19) === "00:00:00";
      const shown = isDate && style === "date-time" ? "date" : style;
      // A day alone is the same day in every zone; a time without a zone is the masthead's.
      if (isDay(text)) return formatMoment(text, { zone: "UTC", locale: language, style: shown });
      return formatMoment(withZone(text, zone), { zone, locale: language, style: shown });
    },
    /** `2026-11` as `November 2026`. */
    monthName(this: unknown, month: string, language = languageOf(this) ?? masthead().language): string {
      return monthName(month, language);
    },
    /** A path from the site's root as a link: behind the path that the site begins with. */
    mastheadPath: (path: string): string => linkTo(path, masthead()),
    /** A path from the site's root as an absolute URL. */
    mastheadUrl: (path: string): string => urlUnder(path, masthead().url),
    /** A picture of a page in a place (`lead`, `card` and so on), as `broadsheet/parts/picture.njk` prints it. */
    mastheadPicture: (picture: ShownPicture, layout: PictureLayout = "body"): PictureView =>
      viewPicture(picture, layout, (path) => linkTo(path, masthead())),
    /** A text of the interface with what its braces stand for. */
    fill: (text: string, values: Readonly<Record<string, string | number>>): string => fill(text, values),
    /** Data as JSON that may stand in a script element. */
    scriptJson: (data: unknown): string => scriptJson(data),
  } as const;
}

/** A moment as text, with its offset: without one, it is of the masthead's zone and not of the machine's. */
function momentOf(text: string, zone: string): string {
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return text;
  const result = parseMoment(text, zone);
  return "moment" in result ? result.moment : text;
}

/** The language of the page that a template prints, as what calls a filter knows it: the `this.ctx` of Nunjucks and Eleventy. */
function languageOf(caller: unknown): string | undefined {
  const { ctx } = (caller ?? {}) as {
    readonly ctx?: { readonly publication?: { readonly masthead?: Masthead } };
  };
  return ctx?.publication?.masthead?.language;
}

/** A moment whose zone is known: without one it is local time. */
function withZone(text: string, zone: string): string {
  const parsed = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? { problem: "format" } : parseMoment(text, zone);
  if ("moment" in parsed) return parsed.moment;
  return "first" in parsed ? parsed.first.moment : text;
}

function linkTo(path: string, masthead: Masthead): string {
  return isInternal(path) ? mountOf(masthead) + path.replace(/^\//, "") : path;
}

/** By masthead: a page has dozens of links, and to read a URL costs more than to print one. */
const mounts = new WeakMap<Masthead, string>();

function mountOf(masthead: Masthead): string {
  const known = mounts.get(masthead) ?? new URL(masthead.url).pathname;
  mounts.set(masthead, known);
  return known;
}

/** The filters, for the templates of every engine. */
export function registerFilters(eleventyConfig: EleventyConfig, room: PrintRoom): void {
  const filters = filtersFor(() => room.edition.newsroom.masthead);
  for (const [name, filter] of Object.entries(filters)) eleventyConfig.addFilter(name, filter);
  // Eleventy wraps each filter of a Nunjucks template twice, which a page with dozens of links feels. Ours need neither,
  // so they take the place of those that Eleventy adds once this is called.
  eleventyConfig.amendLibrary("njk", (environment) =>
    queueMicrotask(() => {
      for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
    }),
  );
}

import type { FieldName, FieldValues } from "../article/fields.ts";
import { type Instant, parseMoment } from "../kit/clock.ts";
import { present } from "../kit/record.ts";
import { type FieldPath, type Judging, keyOf, tellOf } from "./judging.ts";
import { shownText } from "./yaml-value.ts";

/** When an article is public, was changed, and ceases to be public; of a live blog, when its coverage begins and ends. */
export type Dates = {
  readonly publishedAt: string;
  readonly updatedAt?: string;
  readonly expiresAt?: string;
  readonly coverageStartsAt?: string;
  readonly coverageEndsAt?: string;
};

const dateAlone = /^\d{4}-\d\d-\d\d$/;

/** The dates that an article names, in the masthead's zone; `fileDate` is that of its file's name, `2014-03-19`. */
export function parseDates(
  judging: Judging,
  values: FieldValues,
  fileDate: string | undefined,
): Dates | undefined {
  const isWritten = (name: FieldName) => judging.written.has(name);
  const dated = isWritten("published")
    ? parseField(judging, values, "published")
    : findFileDate(judging, fileDate);
  const lifted = parseField(judging, values, "embargoedUntil");
  const updated = parseField(judging, values, "updated");
  const expires = parseField(judging, values, "expires");
  if (!dated && !lifted && !isWritten("published") && !isWritten("embargoedUntil")) {
    tellOf(judging, ["published"], "field-required", {
      key: "published",
      example: "published: 2031-05-09T06:00+01:00",
    });
  }
  if (lifted && dated && dated.at > lifted.at && isWritten("published")) {
    const value = shownText(values.published ?? "");
    tellOf(judging, ["published"], "embargo-order", { value, moment: dated.moment });
  }
  const isWrong = (isWritten("embargoedUntil") && !lifted) || (isWritten("published") && !dated);
  const published = lifted ?? dated;
  if (isWrong || !published) return undefined;
  if (updated) judgeUpdated(judging, values.updated ?? "", updated, dated ?? published);
  if (expires && expires.at <= published.at) {
    tellOf(judging, ["expires"], "expires-order", {
      value: shownText(values.expires ?? ""),
      published: published.moment,
    });
  }
  return present({
    publishedAt: published.moment,
    updatedAt: updated && (updated.at < published.at ? undefined : updated.moment),
    expiresAt: expires?.moment,
    ...parseCoverage(judging, values, published),
  });
}

/** When a live blog's coverage begins and ends. In another article they mean nothing, which is told. */
function parseCoverage(
  judging: Judging,
  values: FieldValues,
  published: Instant,
): Pick<Dates, "coverageStartsAt" | "coverageEndsAt"> {
  const starts = parseField(judging, values, "coverageStartsAt");
  const ends = parseField(judging, values, "coverageEndsAt");
  if (values.genre !== "live") {
    for (const [name, instant] of [
      ["coverageStartsAt", starts],
      ["coverageEndsAt", ends],
    ] as const)
      if (instant)
        tellOf(judging, [name], "live-genre", { what: keyOf(judging, name), effect: "it says nothing here" });
    return {};
  }
  const start = starts ?? published;
  if (ends && ends.at <= start.at)
    tellOf(judging, ["coverageEndsAt"], "coverage-order", {
      value: shownText(values.coverageEndsAt ?? ""),
      start: start.moment,
    });
  return present({ coverageStartsAt: starts?.moment, coverageEndsAt: ends?.moment });
}

/** Reads a moment in a field or a part of it, and tells what is wrong with it. */
export function parseInstant(judging: Judging, at: FieldPath, text: string): Instant | undefined {
  const [name, ...path] = at;
  const { zone } = judging.context;
  const result = parseMoment(text, zone);
  if ("moment" in result) return result;
  const value = shownText(text);
  const key = keyOf(judging, name, path);
  if (result.problem === "twice") {
    const { first, second } = result;
    tellOf(judging, at, "date-twice", { key, value, zone, first: first.moment, second: second.moment });
    return first;
  }
  if (result.problem === "gap")
    tellOf(judging, at, "date-gap", { key, value, zone, example: result.instead.moment });
  else if (name === "embargoedUntil") tellOf(judging, at, "embargo-format", { value });
  else tellOf(judging, at, "date-format", { key, value });
  return undefined;
}

function parseField(
  judging: Judging,
  values: FieldValues,
  name: "published" | "embargoedUntil" | "updated" | "expires" | "coverageStartsAt" | "coverageEndsAt",
): Instant | undefined {
  const text = values[name];
  return text === undefined ? undefined : parseInstant(judging, [name], text);
}

function findFileDate({ context }: Judging, date: string | undefined): Instant | undefined {
  const result = date === undefined ? undefined : parseMoment(date, context.zone);
  return result && "moment" in result ? result : undefined;
}

/** Whether a moment, as it was written, is before another. A day alone is some time in it, so it is not before a moment of that day. */
export function isBefore(text: string, { at }: Instant, moment: string): boolean {
  const isSameDay = dateAlone.test(text) && moment.startsWith(text);
  return at < Date.parse(moment) && !isSameDay;
}

function judgeUpdated(judging: Judging, text: string, updated: Instant, published: Instant): void {
  if (!isBefore(text, updated, published.moment)) return;
  tellOf(judging, ["updated"], "updated-order", { value: shownText(text), published: published.moment });
}

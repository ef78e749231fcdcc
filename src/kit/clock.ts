import { IANAZone } from "luxon";

/** One moment twice: as text in a zone (`2031-05-09T06:00:00+01:00`, whole seconds) and as milliseconds since 1970. */
export type Instant = { readonly moment: string; readonly at: number };

/**
 * What reading a moment comes to. `format`: it is none. `gap`: the zone's clocks skip that local time;
 * `instead` is the moment that the old offset makes of it. `twice`: the clocks show that time twice.
 */
export type MomentResult =
  | Instant
  | { readonly problem: "format" }
  | { readonly problem: "gap"; readonly instead: Instant }
  | { readonly problem: "twice"; readonly first: Instant; readonly second: Instant };

/** `date` 9 May 2031, `time` 06:00, `date-time` both, `short` the shorter date; each as the locale writes it. */
export type MomentStyle = "date" | "time" | "date-time" | "short";

const minute = 60_000;
const day = 86_400_000;
/** Newspapers began in 1605; years before 1600 are slips or another system's empty date. */
const firstYear = 1600;
const form =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:T| +)(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?: *(Z|[+-]\d\d?(?::?\d\d)?))?)?$/;

/**
 * Reads an ISO date, or a date and time with `T` or space, with or without seconds, with `Z`, `+01:00`, `+0100`
 * or `-4`. Without an offset it is local time in `zone`; a date alone is the first moment of that day there.
 * Fractions of a second are cut off.
 */
export function parseMoment(text: string, zone: string): MomentResult {
  const parts = form.exec(text.trim());
  const local = parts ? localTime(parts) : undefined;
  if (!parts || local === undefined) return { problem: "format" };
  const [, , , , hour, , , offset] = parts;
  if (offset) {
    const shift = parseOffset(offset);
    return shift === undefined ? { problem: "format" } : checked(momentFrom(local - shift * minute, zone));
  }
  const before = offsetAt(local - day, zone);
  const after = offsetAt(local + day, zone);
  const at = [...new Set([before, after])]
    .map((shift) => local - shift * minute)
    .filter((candidate) => candidate + offsetAt(candidate, zone) * minute === local)
    .sort((a, b) => a - b);
  const [first, second] = at.map((candidate) => momentFrom(candidate, zone));
  if (!first) {
    const instead = momentFrom(local - before * minute, zone);
    return hour === undefined ? firstOfDay(instead, text.trim(), zone) : { problem: "gap", instead };
  }
  return second && hour !== undefined ? { problem: "twice", first, second } : checked(first);
}

/** Whether a text is a day that there is, `2031-05-09`. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The moment that milliseconds since 1970 are, as the zone's clocks show it; parts of a second cut off. */
export function momentFrom(at: number, zone: string): Instant {
  const whole = Math.floor(at / 1000) * 1000;
  const shift = offsetAt(whole, zone);
  const size = Math.abs(shift);
  const two = (count: number) => String(count).padStart(2, "0");
  const offset = `${shift < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return { moment: new Date(whole + shift * minute).toISOString().slice(0, -5) + offset, at: whole };
}

/** A moment as a reader of the locale would write it, in the zone. */
export function formatMoment(
  moment: string,
  { zone, locale, style }: { readonly zone: string; readonly locale: string; readonly style: MomentStyle },
): string {
  return formatter(locale, style, zone).format(Date.parse(moment));
}

/** `2026-11` as a heading: `November 2026`. Always of the calendar that addresses are made by, the Gregorian. */
export function monthName(month: string, locale: string): string {
  return formatter(locale, "month", "UTC").format(Date.parse(`${month}-01T00:00:00Z`));
}

/** Whether a name is one of the IANA time zone database, such as `Europe/Dublin`. */
export function isZone(name: string): boolean {
  return /^[a-z]/i.test(name) && IANAZone.isValidZone(name);
}

/** Whether a text is a language tag by BCP 47 that dates can be written in, such as `en-GB`. */
export function isLocale(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}

function localTime([, year, month, date, hour = "0", minutes = "0", seconds = "0"]: RegExpExecArray) {
  if (Number(year) < firstYear || Number(hour) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return;
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(date),
    Number(hour),
    Number(minutes),
    Number(seconds),
  );
  const read = new Date(at);
  return read.getUTCMonth() === Number(month) - 1 && read.getUTCDate() === Number(date) ? at : undefined;
}

/** Minutes east of Greenwich; undefined where no clock on Earth is set so. */
function parseOffset(text: string): number | undefined {
  if (text === "Z") return 0;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d?):?(\d\d)?$/.exec(text) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > 14 * 60) return undefined;
  return sign === "-" ? -size : size;
}

/** A moment whose year has four digits in the zone as well. */
function checked(instant: Instant): MomentResult {
  return /^\d{4}-/.test(instant.moment) ? instant : { problem: "format" };
}

/** Where midnight is skipped, a day begins when the clocks have gone forward; a skipped day never does. */
function firstOfDay(instead: Instant, date: string, zone: string): MomentResult {
  if (!instead.moment.startsWith(date)) return { problem: "gap", instead };
  let low = instead.at - day;
  let high = instead.at;
  while (high - low > minute) {
    const middle = Math.floor((low + high) / 2 / minute) * minute;
    if (momentFrom(middle, zone).moment.startsWith(date)) high = middle;
    else low = middle;
  }
  return momentFrom(high, zone);
}

const offsets = new Map<string, Map<number, number>>();

/**
 * Minutes that the zone's clocks are ahead of UTC, to the whole minute (local mean time before standard time had seconds).
 * Remembered by day, since asking takes microseconds and an archive asks for the same days again and again.
 */
function offsetAt(at: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const ask = (moment: number) => Math.round(IANAZone.create(zone).offset(moment));
  const recall = (start: number) => {
    const found = known.get(start) ?? ask(start);
    known.set(start, found);
    return found;
  };
  const start = Math.floor(at / day) * day;
  const first = recall(start);
  return first === recall(start + day) ? first : ask(at);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
const formats: Readonly<Record<MomentStyle | "month", Intl.DateTimeFormatOptions>> = {
  date: { dateStyle: "long" },
  time: { timeStyle: "short" },
  "date-time": { dateStyle: "long", timeStyle: "short" },
  short: { dateStyle: "medium" },
  month: { month: "long", year: "numeric", calendar: "gregory" },
};

function formatter(locale: string, style: MomentStyle | "month", zone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${zone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...formats[style], timeZone: zone });
  formatters.set(key, made);
  return made;
}

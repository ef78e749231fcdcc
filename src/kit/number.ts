/** Characters that a number may have. */
const longest = 60;

const formats = new Map<string, Intl.NumberFormat>();

/** A number as a reader of the language would write it. */
export function formatNumber(
  value: number,
  language: string,
  options: Intl.NumberFormatOptions = {},
): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format.format(value);
}

/** A file's size for readers: `48 kB`, `1.2 MB`. A kilobyte has a thousand bytes. */
export function formatBytes(bytes: number, language: string): string {
  const isLarge = bytes >= 999_500;
  return formatNumber(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000), language, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge && bytes < 10_000_000 ? 1 : 0,
  });
}

/**
 * A number as it is written in the language, with or without a currency's sign or a percent sign; undefined where it is
 * none. Thousands are in groups of three or not grouped. A point before one, two or four digits is a decimal point everywhere.
 */
export function parseNumber(text: string, language: string): number | undefined {
  if (text.length > longest) return undefined;
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\p{Cf}\s]/gu, "")
    .replace(/[’']/g, "");
  const [, before, after, written] = /^([-−–+]?)\p{Sc}?([-−–+]?)([\d.,٫٬]+)\p{Sc}?[%‰٪]?$/u.exec(plain) ?? [];
  if (written === undefined || (before && after)) return undefined;
  const digits = decimalOf(written, separatorsOf(language));
  if (digits === undefined) return undefined;
  return /[-−–]/.test(`${before}${after}`) && Number(digits) !== 0 ? -Number(digits) : Number(digits);
}

type Separators = { readonly group: string; readonly decimal: string };

const separators = new Map<string, Separators>();

function separatorsOf(language: string): Separators {
  const known = separators.get(language);
  if (known) return known;
  const parts = new Intl.NumberFormat(language, { numberingSystem: "latn" }).formatToParts(-1_234_567.8);
  const of = (type: string) => parts.find((part) => part.type === type)?.value.trim() ?? "";
  const found = { group: of("group").replace(/[’']/, ""), decimal: of("decimal") };
  separators.set(language, found);
  return found;
}

/** Digits as JavaScript reads them. Where spaces make the groups, these are gone already. */
function decimalOf(written: string, { group, decimal }: Separators): string | undefined {
  const local = written.replaceAll("٬", "").replaceAll("٫", decimal);
  const pointed = (group ? ungroup(local, group) : local).replace(decimal, ".");
  if (/^(?:\d+\.?\d*|\.\d+)$/.test(pointed)) return pointed;
  return /^\d+\.\d+$/.test(local) ? local : undefined;
}

/** Digits without the marks between their groups: of three, or as in India of two before the last. */
function ungroup(digits: string, group: string): string {
  const [whole = "", ...rest] = digits.split(/(?=[.,](?!.*[.,]))/);
  const isLast = rest[0]?.startsWith(group);
  const grouped = isLast ? digits : whole;
  const isGrouped = new RegExp(`^\\d{1,3}(?:\\${group}\\d{2,3})*\\${group}\\d{3}$`).test(grouped);
  return isGrouped ? grouped.replaceAll(group, "") + (isLast ? "" : rest.join("")) : digits;
}

/** A digit of any script as one from 0 to 9: each script's stand in a row of ten. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 128) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

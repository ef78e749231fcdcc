import { isDay } from "../../kit/clock.ts";
import { nearestName } from "../../kit/nearest.ts";
import { safeUrl } from "../../kit/url.ts";
import type { Arguments, Block, Parameter } from "../blocks/block.ts";

/** Arguments of their parameters' types, or what is wrong with them: their form, or one value. */
export type Parsed =
  | { readonly given: Arguments }
  | { readonly reason: string }
  | { readonly value: string; readonly wanted: string };

type Value = string | number | boolean;

/**
 * Judges a shortcode's arguments, from copy and from templates alike. Positional ones fill the block's parameters in their
 * order; null and undefined count as not given. From templates, a Date serves as a date, and numbers serve as text.
 */
export function parseArguments(
  block: Block,
  positional: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
): Parsed {
  const given: Record<string, Value> = {};
  const pairs = pairUp(block, positional, named);
  if (!Array.isArray(pairs)) return pairs;
  for (const [parameter, value] of pairs) {
    const parsed = parseValue(parameter, value);
    if (parsed === undefined)
      return { value: `${parameter.name}: ${showValue(value)}`, wanted: wantedBy(parameter) };
    given[parameter.name] = parsed;
  }
  const missing = block.parameters.find(({ name, required }) => required && given[name] === undefined);
  return missing ? { reason: `${missing.name} is missing` } : { given };
}

function pairUp(
  block: Block,
  positional: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
): [Parameter, unknown][] | { reason: string } {
  const pairs: [Parameter, unknown][] = [];
  for (const [index, value] of positional.entries()) {
    const parameter = block.parameters[index];
    if (!parameter) return { reason: `${showValue(value)} is one argument too many` };
    pairs.push([parameter, value]);
  }
  for (const [name, value] of Object.entries(named)) {
    if (name === "__keywords") continue;
    const parameter = block.parameters.find((known) => known.name === name);
    if (!parameter) return { reason: `it has no ${name}${meant(name, block)}` };
    if (pairs.some(([taken, other]) => taken === parameter && other != null))
      return { reason: `${name} is given twice` };
    pairs.push([parameter, value]);
  }
  return pairs.filter(([, value]) => value !== undefined && value !== null);
}

function meant(name: string, block: Block): string {
  const names = block.parameters.map((parameter) => parameter.name);
  const near = nearestName(name, names);
  return near ? `, but it has ${near}` : `, only ${names.join(", ")}`;
}

function parseValue({ type, choices }: Parameter, value: unknown): Value | undefined {
  if (type === "flag") return parseFlag(value);
  if (type === "number") return parseNumber(value);
  if (type === "date") return parseDate(value);
  if (typeof value === "object" ? !isStringLike(value) : !["string", "number"].includes(typeof value))
    return undefined;
  const text = String(value);
  if (type === "url") return safeUrl(text);
  if (type === "media") return parseMedia(text);
  if (type === "reference") return text.trim() || undefined;
  if (type === "choice") return choices?.includes(text) ? text : undefined;
  return text;
}

/** A file's address: not one of a person. */
function parseMedia(text: string): string | undefined {
  const url = safeUrl(text);
  return url !== undefined && /^(?:mailto|tel):/i.test(url) ? undefined : url;
}

/** A String object, as Nunjucks makes of what is marked as safe. */
function isStringLike(value: object | null): boolean {
  return value instanceof String;
}

function parseFlag(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  return value === "true" ? true : value === "false" ? false : undefined;
}

function parseNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

const dateForm = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function parseDate(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value !== "string" || !dateForm.test(value)) return undefined;
  return isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

function wantedBy({ type, choices }: Parameter): string {
  if (type === "choice") return `one of ${(choices ?? []).join(", ")}`;
  const wanted = {
    text: "text",
    url: "a safe address",
    media: "a safe address of a file",
    date: "a date such as 2031-05-09",
    flag: "true or false",
    number: "a number",
    reference: "the path, slug or URL of an article",
  };
  return wanted[type];
}

function showValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
  return typeof value === "object" ? "an object" : String(value);
}

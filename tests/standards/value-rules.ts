import {
  findNode,
  type GraphPage,
  isNode,
  isReference,
  isShown,
  type LdNode,
  listOf,
  metaOf,
  typesOf,
} from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";
import { isA, isType, rangeOf } from "./schema-org.ts";

const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const markup = /&(amp|lt|gt|quot|#39);|<\/?[a-z]+\b/;
const plain = new Set(["Text", "URL", "Date", "DateTime", "Integer", "Number", "Boolean"]);

/** Types, properties and values, as schema.org defines them. */
export const valueRules: readonly GraphRule[] = [
  {
    name: "type-known",
    source: "schema.org, Full schema hierarchy",
    node: ({ types }) =>
      types.length === 0 ? "has no type" : types.filter((type) => !isType(type)).map((type) => `${type}?`),
  },
  {
    name: "property-known",
    source: "schema.org, the type's own page: its properties and those of its ancestors",
    node: (found) =>
      propertiesOf(found.node)
        .filter(([property]) => rangesOf(found.types, property).length === 0)
        .map(([property]) => `${found.types} has no ${property}`),
  },
  {
    name: "value-present",
    source: "Google, General structured data guidelines: no empty or placeholder values",
    node: ({ node }) =>
      propertiesOf(node)
        .filter(([, value]) => value === null || listOf(value).length === 0 || listOf(value).some(isEmpty))
        .map(([property]) => `${property} is empty`),
  },
  {
    name: "value-type",
    source: "schema.org, the property's own page: values expected to be one of these types",
    node: ({ node, types }, page) =>
      propertiesOf(node).flatMap(([property, value]) => {
        const range = rangesOf(types, property);
        if (range.length === 0) return [];
        return listOf(value)
          .filter((each) => !isEmpty(each) && !isOfRange(each, range, page))
          .map((each) => `${property} ${JSON.stringify(each)?.slice(0, 80)} is none of ${range}`);
      }),
  },
  {
    name: "url-absolute",
    source: "Google, General structured data guidelines: absolute URLs",
    node: ({ node, types }, page) =>
      textsOf(node, types, "URL")
        .filter(([, value, range]) => !isAbsolute(value, page) && !range.includes("Text"))
        .map(([property, value]) => `${property} ${value} is no absolute https: URL`),
  },
  {
    name: "date-zoned",
    source: "Google, Article: datePublished, dateModified in ISO 8601 format with timezone information",
    node: ({ node, types }) =>
      [...textsOf(node, types, "DateTime"), ...textsOf(node, types, "Date")]
        // A year or a month is a date of ISO 8601, too, where no moment is meant.
        .filter(([property, value]) => property !== "foundingDate" || !/^\d{4}(?:-\d\d){0,2}$/.test(value))
        .filter(([, value, range]) => !isDate(value, range))
        .map(([property, value]) => `${property} ${value} is no ISO 8601 date with a zone`),
  },
  {
    name: "text-tidy",
    source: "Google, General structured data guidelines: Content (as readers see it, no markup)",
    node: ({ node, types }, page) =>
      textsOf(node, types, "Text")
        .filter(([, value]) => value !== value.trim() || (markup.test(value) && !isSeen(page, value)))
        .map(([property, value]) => `${property} has markup or space around it: ${value.slice(0, 60)}`),
  },
  {
    name: "language-tag",
    source: "schema.org/inLanguage: a language code from BCP 47",
    of: "CreativeWork",
    node: ({ node }) =>
      listOf(node.inLanguage)
        .filter((tag) => !isLanguage(String(tag)))
        .map((tag) => `${tag} is no language tag`),
  },
];

/** Whether a text stands on the page, or in its title, letter by letter. */
function isSeen(page: GraphPage, text: string): boolean {
  return isShown(page, text) || page.title.includes(text) || metaOf(page, "description") === text;
}

function propertiesOf(node: LdNode): (readonly [string, unknown])[] {
  return Object.entries(node).filter(([property]) => !property.startsWith("@"));
}

function rangesOf(types: readonly string[], property: string): readonly string[] {
  return types.flatMap((type) => rangeOf(type, property) ?? []);
}

/** Texts in properties whose values may be of a type. */
function textsOf(node: LdNode, types: readonly string[], type: string) {
  return propertiesOf(node).flatMap(([property, value]) => {
    const range = rangesOf(types, property);
    if (!range.includes(type)) return [];
    return listOf(value).flatMap((each) =>
      typeof each === "string" && each !== "" ? [[property, each, range] as const] : [],
    );
  });
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === null || (isNode(value) && Object.keys(value).length === 0);
}

function isOfRange(value: unknown, range: readonly string[], page: GraphPage): boolean {
  if (typeof value === "string")
    return ["Text", "URL", "Date", "DateTime"].some((type) => range.includes(type));
  if (typeof value === "boolean") return range.includes("Boolean");
  if (typeof value === "number")
    return range.includes("Number") || (range.includes("Integer") && Number.isInteger(value) && value >= 0);
  if (!isNode(value)) return false;
  const node = isReference(value) ? findNode(value["@id"], page) : value;
  // What is not in the graph is another rule's.
  if (!node) return range.some((type) => !plain.has(type));
  return typesOf(node).some((type) => range.some((wanted) => !plain.has(wanted) && isA(type, wanted)));
}

/** Addresses of the site's own are https; those elsewhere may be what they are. */
function isAbsolute(value: string, { url }: GraphPage): boolean {
  if (!/^https?:\/\/[^/\s]+\/?\S*$/.test(value) || !URL.canParse(value)) return false;
  const { protocol, host } = new URL(value);
  return protocol === "https:" || host !== new URL(url).host;
}

function isDate(value: string, range: readonly string[]): boolean {
  const isFormed =
    (range.includes("Date") && day.test(value)) || (range.includes("DateTime") && moment.test(value));
  return isFormed && !Number.isNaN(Date.parse(value));
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(-|$)/i.test(tag);
  } catch {
    return false;
  }
}

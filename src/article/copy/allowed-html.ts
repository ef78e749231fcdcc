/** Elements that an article may hold, and which attributes each keeps, apart from `id`, `lang` and `dir`. */
export const allowedElements: ReadonlyMap<string, readonly string[]> = new Map([
  ...namesOf(
    "p h2 h3 h4 h5 h6 ul dl dt dd pre hr table caption thead tbody tfoot tr figure figcaption summary div",
  ),
  ...namesOf(
    "b strong i em s u small mark del ins sub sup cite code kbd samp var bdi span br wbr ruby rt rp",
  ),
  ["ol", ["start", "reversed", "type"]],
  ["li", ["value"]],
  ["blockquote", ["cite"]],
  ["td", ["colspan", "rowspan"]],
  ["th", ["colspan", "rowspan", "scope"]],
  ["details", ["open"]],
  ["a", ["href", "title"]],
  ["abbr", ["title"]],
  ["dfn", ["title"]],
  ["q", ["cite"]],
  ["bdo", []],
  ["time", ["datetime"]],
  ["img", ["src", "alt", "title", "width", "height"]],
]);

/** Elements that mean the same by another name. */
export const renamedElements: ReadonlyMap<string, string> = new Map([
  ["h1", "h2"],
  ["strike", "s"],
  ["tt", "code"],
  ["acronym", "abbr"],
  ["dir", "ul"],
  ["menu", "ul"],
  ["listing", "pre"],
  ...[
    "article",
    "aside",
    "section",
    "main",
    "nav",
    "header",
    "footer",
    "address",
    "hgroup",
    "center",
    "search",
  ].map((name): [string, string] => [name, "div"]),
]);

/** Elements that only draw, or whose meaning is in what they hold: they go without a word, what they hold stays. */
export const silentElements: ReadonlySet<string> = new Set(
  "font big nobr basefont blink marquee picture source colgroup col label legend html head body".split(" "),
);

/** Elements that go with all that they hold. */
export const banishedElements: ReadonlySet<string> = new Set(
  "script style iframe frameset noframes noembed noscript template svg math object embed applet audio video canvas select option optgroup datalist textarea title xmp plaintext".split(
    " ",
  ),
);

const numbers = /^[1-9]\d{0,3}$/;
const forms: Readonly<Record<string, RegExp>> = {
  lang: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i,
  dir: /^(?:ltr|rtl|auto)$/,
  colspan: numbers,
  rowspan: numbers,
  start: /^-?\d{1,9}$/,
  value: /^-?\d{1,9}$/,
  type: /^[1aAiI]$/,
  width: numbers,
  height: numbers,
  scope: /^(?:row|col|rowgroup|colgroup)$/,
  datetime: /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/,
  id: /^(?!page_)\p{L}[\p{L}\p{N}_-]*$/u,
};

/** Whether an attribute may stay on an allowed element: its name is of the list, its value of its form. */
export function isAllowedAttribute(element: string, name: string, value: string): boolean {
  const isKnown = /^(?:id|lang|dir)$/.test(name) || allowedElements.get(element)?.includes(name);
  return isKnown === true && (forms[name]?.test(value) ?? true);
}

function namesOf(names: string): [string, readonly string[]][] {
  return names.split(" ").map((name) => [name, []]);
}

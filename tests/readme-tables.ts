import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import type { Parameter } from "../src/article/blocks/block.ts";
import { builtInBlocks } from "../src/article/blocks/blocks.ts";
import { exampleOf } from "../src/article/copy/notes.ts";
import { fieldRules } from "../src/article/front-matter-schema.ts";
import { rules } from "../src/article/rules.ts";
import type { Table as DataTable } from "../src/desk/data-file.ts";
import { mastheadTable } from "../src/desk/masthead-fields.ts";
import { defaultMasthead } from "../src/desk/site-data.ts";
import { contributorTable, sectionTable } from "../src/desk/site-fields.ts";
import type { PageKind } from "../src/edition/page.ts";
import type { Rule } from "../src/kit/problem.ts";
import { optionsSchema, parseOptions } from "../src/options.ts";
import { oEmbedUrl } from "../src/pages/article-oembed.ts";
import { collectionNames } from "../src/press/collections.ts";
import { filtersFor } from "../src/press/filters.ts";
import { knownKinds } from "../src/press/setup.ts";
import { kindsWith } from "../src/press/site.ts";
import { newsroomOf } from "./pages/newsroom.ts";

/** Rows as the README shows them; `undefined` where the README says it in its own words. */
export type Table = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | undefined)[])[];
};

/** Every table of the README that the code decides, by the name in its marks. */
export const readmeTables: Readonly<Record<string, () => Table>> = {
  options: () => {
    const defaults: Readonly<Record<string, unknown>> = parseOptions({});
    return {
      head: ["Option", "Default", "What it is"],
      rows: Object.entries(optionsSchema.shape).map(([name, schema]) => [
        code(name),
        defaults[name] === undefined ? "" : code(JSON.stringify(defaults[name])),
        schema.description ?? "",
      ]),
    };
  },
  flags: () => ({
    head: ["Flag", "What it does"],
    rows: listFlags().map(([flag, meaning]) => [code(flag), inCell(meaning)]),
  }),
  fields: () => ({
    head: ["Field", "Also read from", "Type", "What it is", "Such as"],
    rows: [...fieldRules].map(([name, { aliases, wanted, about, example }]) => [
      code(name),
      aliases.map(code).join(", "),
      wanted,
      about,
      code(example),
    ]),
  }),
  masthead: () => tableOf(mastheadTable),
  sections: () => tableOf(sectionTable),
  contributors: () => tableOf(contributorTable),
  shortcodes: () => ({
    head: ["Shortcode", "Body", "Arguments", "Such as", "What it shows"],
    rows: [...builtInBlocks.values()].map((block) => [
      code(block.name),
      { required: "yes", none: "no", either: "in copy, where an end follows" }[block.body],
      block.parameters.map(parameterText).join(", "),
      code(exampleOf(block)),
      undefined,
    ]),
  }),
  collections: () => ({
    head: ["Collection", "What it holds"],
    rows: collectionNames.map((name) => [code(`collections.${name}`), undefined]),
  }),
  filters: () => ({
    head: ["Filter", "What it makes", "Such as"],
    rows: Object.keys(filtersFor(() => newsroomOf([]).masthead)).map((name) => [
      code(name),
      undefined,
      undefined,
    ]),
  }),
  outputs: () => ({
    head: ["Kind", "URL", "What it shows"],
    rows: listKinds().map((kind) => [code(kind.name), urlsOf(kind).map(code).join(", "), undefined]),
  }),
  problems: () => ({
    head: ["Rule", "", "What is wrong", "What to do"],
    rows: Object.entries<Rule>(rules).map(([name, { severity, message, hint }]) => [
      code(name),
      severity === "stop" ? "stops" : "",
      inCell(message),
      /^\{\w+\}$/.test(hint) ? undefined : inCell(hint),
    ]),
  }),
};

/** The fields of a data file, those of its blocks after each block. */
function tableOf(table: DataTable): Table {
  const rowOf = (name: string, { wanted, example, about }: DataTable[string]) => [
    code(name),
    inCell(wanted),
    about && inCell(about),
    code(example),
  ];
  return {
    head: ["Field", "Type", "What it is", "Such as"],
    rows: Object.entries(table).flatMap(([name, field]) => [
      rowOf(name, field),
      ...("table" in field
        ? Object.entries(field.table).map(([key, inner]) => rowOf(`${name}.${key}`, inner))
        : []),
    ]),
  };
}

/** Keys of a kind's pages, with the names of what varies in place of it. */
const keysByKind: Readonly<Record<string, readonly string[]>> = {
  "section-front": ["{section}"],
  "topic-front": ["{topic}"],
  "contributor-front": ["{contributor}"],
  "month-archive": ["{yyyy}-{mm}", "{section}/{yyyy}-{mm}"],
  "series-front": ["{series}"],
  "year-archive": [
    "{yyyy}",
    "section/{section}/{yyyy}",
    "topic/{topic}/{yyyy}",
    "contributor/{contributor}/{yyyy}",
  ],
  "rss-feed": ["", "section/{section}", "topic/{topic}"],
  "atom-feed": ["", "section/{section}", "topic/{topic}"],
  "json-feed": ["", "section/{section}", "topic/{topic}"],
  "corrections-log": ["", "{yyyy}"],
  "sitemap-month": ["{yyyy}-{mm}"],
  "news-sitemap": ["1"],
  "search-index": ["{yyyy}", "{yyyy}-{mm}", "{yyyy}-{mm}-w{n}", "{yyyy}-{mm}-{dd}"],
  "text-front": ["", "{section}"],
  redirect: ["/{former path}/"],
  "indexnow-key": ["{key}"],
};

function listKinds(): PageKind[] {
  const none = () => undefined;
  const theme = {
    find: () => "",
    findBytes: none,
    pathOf: none,
    mentions: () => false,
    fingerprint: () => "",
  };
  return kindsWith({ kinds: knownKinds }, { folders: [], ...theme }, defaultMasthead);
}

function urlsOf(kind: PageKind): string[] {
  if (kind.name === "article-page" || kind.name === "killed-notice") return [parseOptions({}).articleUrl];
  if (kind.name === "article-oembed") return [oEmbedUrl(parseOptions({}).articleUrl)];
  if (kind.name === "stylesheet") return ["/assets/broadsheet-{hash}.css", "/assets/text-{hash}.css"];
  if (kind.name === "font") return ["/assets/{font}-{hash}.woff2"];
  if (kind.name === "text-article") return [`/lite${parseOptions({}).articleUrl}`];
  if (kind.name === "media") return ["/media/{file}", "/pictures/{name}-{hash}-{width}.avif"];
  if (kind.name === "picture-crop")
    return ["/pictures/{name}-{hash}-{width}.avif", "/pictures/{name}-{hash}-16x9.jpg"];
  if (kind.name === "social-card") return ["/cards/{slug}-{hash}.png"];
  if (kind.name === "script") return ["/assets/{name}-{hash}.js"];
  if (kind.name === "live-updates") return [`${parseOptions({}).articleUrl}updates/{n}/`];
  if (kind.name === "live-feed") return [`${parseOptions({}).articleUrl}updates.json`];
  if (kind.name === "search-program") return ["/search/pagefind-{version}/pagefind-entry.json"];
  return (keysByKind[kind.name] ?? [""]).map((key) => kind.url(key, newsroomOf([])));
}

function parameterText({ name, type, required, choices }: Parameter): string {
  const kind = type === "choice" ? (choices ?? []).join(" or ") : type;
  return `${code(name)} (${kind}${required ? ", required" : ""})`;
}

/** A table between its marks. What the code leaves open is taken from the README as it stands, row by row. */
export function renderTable({ head, rows }: Table, former: string): string {
  const kept = new Map(former.split("\n").map((line) => [cellsOf(line)[0], cellsOf(line)] as const));
  const lines = rows.map((row) => row.map((cell, at) => cell ?? kept.get(row[0] ?? "")?.[at] ?? "MISSING"));
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\| | \|$/g, "")
    .split(/ \| /)
    .map((cell) => cell.trim());
}

function code(text: string): string {
  const inside = text.replaceAll("|", "\\|");
  return inside.includes("`") ? `\`\` ${inside} \`\`` : `\`${inside}\``;
}

function inCell(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("|", "\\|");
}

/** The flags of `broadsheet build`, as its help lists them. */
function listFlags(): [string, string][] {
  const cli = resolve(import.meta.dirname, "../src/cli.ts");
  const help = execFileSync(process.execPath, ["--import", "tsx", cli, "build", "--help"], {
    encoding: "utf8",
  });
  const lines = help.matchAll(/^ {2}(--\S+(?: <\w+>)?) {2,}(.*?) *$/gm);
  return Array.from(lines, ([, flag = "", meaning = ""]) => [flag, meaning]);
}

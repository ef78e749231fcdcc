import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "schemas");

/** By a document's root element: the schema that it must follow, in XML Schema or RELAX NG. */
const schemas: Readonly<Record<string, string>> = {
  urlset: "sitemap.xsd",
  sitemapindex: "siteindex.xsd",
  rss: "rss.rng",
  feed: "atom.rng",
  opml: "opml.rng",
};

/** What xmllint finds wrong with XML files by the schema of their root; a file whose root is of none is wrong too. */
export function faultsBySchema(files: readonly string[]): string[] {
  const named = files.map((file) => ({ file, schema: schemaOf(file) }));
  const strange = named.flatMap(({ file, schema }) =>
    schema === undefined ? [`${file} is of no schema`] : [],
  );
  const faults = Object.values(schemas).flatMap((schema) => {
    const group = named.filter((each) => each.schema === schema).map(({ file }) => file);
    return group.length > 0 ? lint(schema, group) : [];
  });
  return [...strange, ...faults];
}

function schemaOf(file: string): string | undefined {
  const [, root] = /<([A-Za-z][\w:.-]*)/.exec(readFileSync(file, "utf8").replace(/^<\?xml[^>]*>/, "")) ?? [];
  return schemas[root ?? ""];
}

function lint(schema: string, files: readonly string[]): string[] {
  const way = schema.endsWith(".rng") ? "--relaxng" : "--schema";
  const { stderr, status } = spawnSync(
    "xmllint",
    ["--nonet", "--noout", way, join(folder, schema), ...files],
    {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const lines = stderr.split("\n").filter((line) => line !== "" && !line.endsWith(" validates"));
  return lines.length === 0 && status !== 0 ? [`xmllint ended with ${status}`] : lines;
}

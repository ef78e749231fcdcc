import { z } from "zod";
import { type FieldName, type FieldRule, fields } from "./fields.ts";

/** The fields with their rules, in the order in which they are documented. */
export const fieldRules: ReadonlyMap<FieldName, FieldRule> = new Map(
  Object.entries(fields) as [FieldName, FieldRule][],
);

const names: ReadonlyMap<string, FieldName> = new Map(
  [...fieldRules].flatMap(([name, { aliases }]) =>
    [name, ...aliases].map((key): [string, FieldName] => [key, name]),
  ),
);

/** Every key that front matter may have: fields' own names and their aliases. */
export const knownKeys: readonly string[] = [...names.keys()];

/** The field that a key stands for, by its own name or an alias. */
export function findField(key: string): FieldName | undefined {
  return names.get(key);
}

/** Front matter as JSON Schema (draft 2020-12), for editors that complete and check YAML as it is typed. */
export function frontMatterJsonSchema(): object {
  const shape = Object.fromEntries([...names].map(([key, name]) => [key, documented(key, name)]));
  const schema = z.toJSONSchema(z.strictObject(shape), { io: "input" });
  return {
    ...schema,
    title: "Front matter of an article",
    anyOf: ["headline", ...fields.headline.aliases].map((key) => ({ required: [key] })),
  };
}

function documented(key: string, name: FieldName): z.ZodType {
  const { schema, about, example } = fields[name];
  const meaning = key === name ? about : `${about} The same as ${name}.`;
  return z.optional(schema as z.ZodType).meta({ description: `${meaning} Such as ${example}` });
}

import type { z } from "zod";
import type { FieldName, FieldRule, FieldValues } from "../article/fields.ts";
import { fieldRules } from "../article/front-matter-schema.ts";
import { tell } from "../article/rules.ts";
import { nearestName } from "../kit/nearest.ts";
import { type Judging, keyOf, placeOf, tellOf } from "./judging.ts";
import type { YamlTree } from "./yaml-tree.ts";
import { findAt, openValue, plainOf, shownValue } from "./yaml-value.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Keys whose scalars are numbers and flags; all others are text, as written. */
const typed: ReadonlySet<string> = new Set(["draft", "decorative", "focus", "part"]);

/** Reads every written field into its shape. A key that a field's value has no use for is told and left out. */
export function parseFieldValues(judging: Judging): FieldValues {
  const values: Partial<Record<FieldName, unknown>> = {};
  for (const [name, { tree }] of judging.written) {
    const rule = fieldRules.get(name);
    const plain = name === "data" ? openValue(tree) : plainOf(tree, typed, typed.has(name));
    if (rule) values[name] = parseValue(judging, name, rule, plain);
  }
  return values as FieldValues;
}

function parseValue(judging: Judging, name: FieldName, rule: FieldRule, plain: unknown): unknown {
  const result = rule.schema.safeParse(plain);
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap((issue) => listLeaves(issue, []));
  const wrong = issues.filter(({ issue }) => issue.code !== "unrecognized_keys");
  for (const { issue, path } of wrong) tellIssue(judging, name, rule, issue, path);
  for (const { issue, path } of issues) {
    if (issue.code === "unrecognized_keys") dropKeys(judging, name, plain, path, issue.keys);
  }
  return wrong.length > 0 ? undefined : parseValue(judging, name, rule, plain);
}

/** What is wrong in the one branch of a choice that was meant: that of the value's own kind. */
function listLeaves(issue: Issue, above: Path): { issue: Issue; path: Path }[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return [{ issue, path }];
  const branches = issue.errors.map((errors) => errors.flatMap((error) => listLeaves(error, path)));
  const isOfOtherKind = ({ issue: leaf, path: at }: { issue: Issue; path: Path }) =>
    (leaf.code === "invalid_type" || leaf.code === "invalid_union") && at.length === path.length;
  return branches.find((branch) => !branch.some(isOfOtherKind)) ?? [{ issue, path }];
}

function tellIssue(judging: Judging, name: FieldName, rule: FieldRule, issue: Issue, path: Path): void {
  const key = keyOf(judging, name, path);
  const tree = judging.written.get(name)?.tree;
  const found = tree && findAt(tree, path);
  if (!found) {
    tellOf(judging, [name, ...path], "field-required", { key, example: rule.example });
    return;
  }
  const values = {
    key,
    value: shownValue(found),
    wanted: wantedOf(issue, path, rule),
    example: meantBy(issue, path, name, found) ?? rule.example,
  };
  tellOf(judging, [name, ...path], "field-shape", values);
}

/** The line that was probably meant: of the values that a field may have, the one that is near; a flag without its quotes. */
function meantBy(issue: Issue, path: Path, name: FieldName, found: YamlTree): string | undefined {
  if (path.length > 0 || found.kind !== "scalar") return undefined;
  const written = found.text.trim().toLowerCase();
  const values =
    issue.code === "invalid_value"
      ? issue.values.map(String)
      : issue.code === "invalid_type" && issue.expected === "boolean"
        ? ["true", "false"]
        : [];
  // `live blog` is `live`.
  const near = values.find((value) => written.split(/[\s-]/)[0] === value) ?? nearestName(written, values);
  return near && `${name}: ${near}`;
}

function wantedOf(issue: Issue, path: Path, rule: FieldRule): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.join(", ")}`;
  if (issue.code === "custom") return issue.message;
  if (path.length === 0) return rule.wanted;
  if (issue.code === "too_small" || issue.code === "too_big") return "within its bounds";
  if (issue.code !== "invalid_type") return rule.wanted;
  const kinds: Readonly<Record<string, string>> = {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    tuple: "two numbers",
  };
  return kinds[issue.expected] ?? rule.wanted;
}

function dropKeys(
  judging: Judging,
  name: FieldName,
  plain: unknown,
  path: Path,
  keys: readonly string[],
): void {
  const holder = path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    plain,
  );
  const tree = judging.written.get(name)?.tree;
  const group = tree && findAt(tree, path);
  for (const key of keys) {
    const at = group?.kind === "map" ? group.entries.get(key)?.at : undefined;
    const place = at === undefined ? placeOf(judging, name, path) : judging.front.placeAt(at);
    const advice = `Remove it; ${name}: is written such as ${fieldRules.get(name)?.example}.`;
    judging.problems.push(tell("key-unknown", place, { key: keyOf(judging, name, [...path, key]), advice }));
    if (typeof holder === "object" && holder !== null) Reflect.deleteProperty(holder, key);
  }
}

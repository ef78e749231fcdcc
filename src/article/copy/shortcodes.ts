import { nearestName } from "../../kit/nearest.ts";
import type { BodyRules } from "../body.ts";
import { exampleOf, type Notes, quoteBriefly } from "./notes.ts";
import type { Source } from "./source.ts";
import { findTemplateCode, longest, type Tag, type TemplateCode } from "./template-code.ts";

/** What a tag means in copy: a block of ours, text to be shown, or nothing at all. */
export type Meaning = "block" | "text" | "gone";

/** The shortcodes of one copy, as Markdown's rules ask for them. */
export type Shortcodes = {
  readonly source: Source;
  /** The template code of the whole text. */
  readonly code: TemplateCode;
  /** The template code of one paragraph's, heading's or cell's content. */
  readonly codeIn: (content: string) => TemplateCode;
  readonly meaningOf: (tag: Tag) => Meaning;
};

const none: TemplateCode = { tags: new Map(), code: new Map() };

export function listShortcodes(notes: Notes): Shortcodes {
  const found = new Map<string, TemplateCode>();
  const codeIn = (content: string) => {
    const code = found.get(content) ?? (/\{[{%#]/.test(content) ? findTemplateCode(content) : none);
    if (code !== none) found.set(content, code);
    return code;
  };
  const { source, rules } = notes;
  return { source, code: codeIn(source.text), codeIn, meaningOf: (tag) => meaningOf(tag, rules) };
}

/** The shortcodes that Markdown's environment carries. */
export function shortcodesOf(env: { readonly [key: string]: unknown }): Shortcodes {
  return env.shortcodes as Shortcodes;
}

function meaningOf(tag: Tag, rules: BodyRules): Meaning {
  if (rules.blocks.has(tag.name)) return "block";
  if (isEnd(tag, rules)) return "gone";
  return rules.unknownShortcodes === "drop" ? "gone" : "text";
}

function isEnd(tag: Tag, rules: BodyRules): boolean {
  const block = tag.name.startsWith("end") ? rules.blocks.get(tag.name.slice(3)) : undefined;
  return block !== undefined && block.body !== "none";
}

/** Tells of template code that is no block: shown as it stands, dropped, unknown, or an end without a beginning. */
export function tellCode(notes: Notes, at: number, text: string, tag: Tag | undefined): void {
  const { rules } = notes;
  const cutOff = tag ? undefined : rules.blocks.get(/^\{%-?\s*([\w-]+)/.exec(text)?.[1] ?? "");
  if (cutOff)
    notes.tell("shortcode-form", at, {
      name: cutOff.name,
      reason: `it does not end in %} within ${longest.toLocaleString("en")} characters`,
      example: exampleOf(cutOff),
    });
  else if (!tag) notes.tell("template-code", at, { code: quoteBriefly(text) });
  else if (isEnd(tag, rules)) tellEnd(notes, at, tag);
  else if (rules.unknownShortcodes === "stop")
    notes.tell("shortcode-unknown", at, { name: tag.name, advice: adviceOn(tag.name, rules) });
  else if (rules.unknownShortcodes === "drop" && !tag.closes)
    notes.tell("shortcode-dropped", at, { name: tag.name, advice: adviceOn(tag.name, rules) });
}

function tellEnd(notes: Notes, at: number, tag: Tag): void {
  if (!tag.closes) notes.tell("shortcode-close", at, { closing: `{% ${tag.name} %}` });
}

function adviceOn(name: string, { blocks }: BodyRules): string {
  const isClosing = name.startsWith("end");
  const near = nearestName(isClosing ? name.slice(3) : name, blocks.keys());
  if (near) return `Did you mean ${isClosing ? "end" : ""}${near}?`;
  const known = [...blocks.keys()];
  return known.length ? `Known are ${known.join(", ")}.` : "None is known here: remove it.";
}

import { parseArguments } from "./arguments.ts";
import { exampleOf, type Notes } from "./notes.ts";
import type { Tag } from "./template-code.ts";
import type { BlockNode, Node } from "./tree.ts";

/**
 * The block that a tag of a known name is, or undefined where it is told why it is none.
 * `isCut`: it stands in a paragraph that ends before its end.
 */
export function blockOf(
  notes: Notes,
  tag: Tag,
  at: number,
  isCut: boolean,
  children: Node[],
): BlockNode | undefined {
  const { name } = tag;
  const block = notes.rules.blocks.get(name);
  if (!block) return undefined;
  const { body } = block;
  const example = exampleOf(block);
  if (tag.reason !== undefined)
    return void notes.tell("shortcode-form", at, { name, reason: tag.reason, example });
  const parsed = parseArguments(block, tag.written.positional, tag.written.named);
  if ("reason" in parsed) notes.tell("shortcode-form", at, { name, reason: parsed.reason, example });
  else if ("value" in parsed)
    notes.tell("shortcode-argument", at, { name, value: parsed.value, wanted: parsed.wanted, example });
  else if (isCut && body !== "none") notes.tell("shortcode-place", at, { name });
  else if (body === "required" && !tag.closer)
    notes.tell("shortcode-open", at, { name, closing: `{% end${name} %}` });
  else return { kind: "block", block, given: parsed.given, children, at };
  return undefined;
}

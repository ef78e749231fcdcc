import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, html as standard } from "parse5";
import { escapeHtml } from "../../kit/html.ts";
import {
  allowedElements,
  banishedElements,
  isAllowedAttribute,
  renamedElements,
  silentElements,
} from "./allowed-html.ts";
import type { Notes } from "./notes.ts";
import { blankUnclosed, findNestingFault } from "./raw-faults.ts";
import { lastAtMost } from "./source.ts";
import { type BlockNode, elementNode, type Node, textNode, voidElements } from "./tree.ts";

/** Whether HTML of the copy is among nodes. */
export function hasRaw(nodes: readonly Node[]): boolean {
  return nodes.some((node) => node.kind === "raw" || (node.kind === "element" && hasRaw(node.children)));
}

/**
 * Nodes with HTML of the copy among them, as browsers would read the whole (HTML standard, through parse5),
 * without what an article may not hold: elements, attributes, comments. What goes is told.
 */
export function parseRaw(notes: Notes, nodes: readonly Node[]): Node[] {
  const script = new Script();
  script.write(nodes);
  const fault = findNestingFault(script.html);
  if (fault) {
    notes.tell("nesting-depth", script.offsetAt(fault.at).at, { depth: fault.depth, limit: fault.limit });
    return [elementNode("p", [textNode(notes.source.text)])];
  }
  const { html, unclosed } = blankUnclosed(script.html);
  for (const { name, at } of unclosed) notes.tell("html-removed", script.offsetAt(at).at, { element: name });
  const context = defaultTreeAdapter.createElement("div", standard.NS.HTML, []);
  const fragment = parseFragment(context, html, { sourceCodeLocationInfo: true });
  return fragment.childNodes.flatMap((node) => adopt(notes, script, node));
}

/** Nodes as one HTML text, with where each piece of it comes from. */
class Script {
  html = "";
  readonly blocks = new Map<number, BlockNode>();
  readonly #starts: number[] = [0];
  readonly #sources: { at: number; isRaw: boolean }[] = [{ at: 0, isRaw: false }];

  write(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.kind === "text") this.html += escapeHtml(node.text);
      else if (node.kind === "raw") this.#mark(node.at, true, node.html);
      else if (node.kind === "block") {
        this.blocks.set(this.html.length, node);
        this.#mark(node.at, false, "<!---->");
      } else {
        const attributes = [...node.attributes]
          .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
          .join("");
        this.#mark(node.at, false, `<${node.name}${attributes}>`);
        // A parser drops one line's end that begins a pre.
        if (node.name === "pre") this.html += "\n";
        this.write(node.children);
        if (!voidElements.has(node.name)) this.#mark(node.at, false, `</${node.name}>`);
      }
    }
  }

  offsetAt(position: number): { at: number; isRaw: boolean } {
    const index = lastAtMost(this.#starts, position);
    const { at, isRaw } = this.#sources[index] ?? { at: 0, isRaw: false };
    return { at: isRaw ? at + position - (this.#starts[index] ?? 0) : at, isRaw };
  }

  #mark(at: number, isRaw: boolean, html: string): void {
    this.#starts.push(this.html.length);
    this.#sources.push({ at, isRaw });
    this.html += html;
  }
}

function adopt(notes: Notes, script: Script, node: DefaultTreeAdapterTypes.ChildNode): Node[] {
  if (defaultTreeAdapter.isTextNode(node)) return [textNode(node.value)];
  const position = node.sourceCodeLocation?.startOffset ?? 0;
  if (defaultTreeAdapter.isCommentNode(node)) {
    const block = script.blocks.get(position);
    return block ? [block] : [];
  }
  if (!defaultTreeAdapter.isElementNode(node)) return [];
  const { at, isRaw } = script.offsetAt(position);
  const name = renamedElements.get(node.tagName) ?? node.tagName;
  const isForeign = node.namespaceURI !== standard.NS.HTML;
  const isAllowed = !isForeign && allowedElements.has(name);
  if (!isAllowed && !silentElements.has(name)) notes.tell("html-removed", at, { element: node.tagName });
  if (isForeign || banishedElements.has(name)) return [];
  const children = node.childNodes.flatMap((child) => adopt(notes, script, child));
  if (!isAllowed) return children;
  const attributes = node.attrs
    .map(({ name, value }): [string, string] => [name, value])
    .filter((pair) => isAllowedAttribute(name, ...pair) || (!isRaw && pair[0] === "class"));
  const element = elementNode(name, children, at, attributes);
  return [isRaw ? { ...element, isRaw } : element];
}

import { safeUrl } from "../../kit/url.ts";
import type { Reference } from "../article.ts";
import { type Notes, quoteBriefly } from "./notes.ts";
import { type ElementNode, isElement, type Node, textNode, walk } from "./tree.ts";
import { textOf } from "./words.ts";

/** What links and pictures of a body name of this site. */
export type Named = { readonly links: Reference[]; readonly media: Reference[] };

/** Nodes whose links and pictures are safe and complete; what is not loses its address and keeps its words. */
export function secureLinks(notes: Notes, nodes: readonly Node[], named: Named): Node[] {
  const secured: Node[] = [];
  for (const node of nodes) {
    if (node.kind === "element" || node.kind === "block")
      node.children = secureLinks(notes, node.children, named);
    const cite = node.kind === "element" ? node.attributes.get("cite") : undefined;
    if (node.kind === "element" && cite !== undefined) secure(notes, node, "cite", cite);
    if (isElement(node, "a")) for (const kept of secureLink(notes, node, named)) secured.push(kept);
    else if (isElement(node, "img")) secured.push(...securePicture(notes, node, named));
    else secured.push(node);
  }
  return secured;
}

function secureLink(notes: Notes, link: ElementNode, named: Named): Node[] {
  const written = link.attributes.get("href");
  const href = written === undefined ? undefined : secure(notes, link, "href", written);
  if (href === undefined) {
    link.attributes.clear();
    return link.children;
  }
  if (!giveName(link, href)) return link.children;
  const to = notes.findPath(href);
  if (to !== undefined) named.links.push({ ...notes.placeAt(link.at), to });
  if (href.startsWith("tel:")) holdTogether(link.children);
  return [link];
}

/** A link is known by its words; one around a picture without any, by its address. */
function giveName(link: ElementNode, href: string): boolean {
  if (/\S/.test(textOf(link.children))) return true;
  const picture = findPicture(link.children);
  if (!picture) return false;
  if (!picture.attributes.get("alt"))
    picture.attributes.set("alt", href.replace(/^(?:https?:\/\/|mailto:|tel:)/, ""));
  return true;
}

function findPicture(nodes: readonly Node[]): ElementNode | undefined {
  let found: ElementNode | undefined;
  walk(nodes, (node) => {
    if (node.kind === "element" && node.name === "img") found ??= node;
  });
  return found;
}

function securePicture(notes: Notes, picture: ElementNode, named: Named): Node[] {
  const written = picture.attributes.get("src") ?? "";
  const alt = picture.attributes.get("alt");
  const src = secure(notes, picture, "src", written);
  if (src === undefined || /^(?:mailto|tel):/.test(src)) return alt ? [textNode(alt)] : [];
  const path = notes.findPath(src);
  if (path !== undefined) named.media.push({ ...notes.placeAt(picture.at), to: path });
  const isTold = picture.isRaw ? alt === undefined : !alt;
  const example = picture.isRaw ? 'alt="what the picture shows"' : `![what the picture shows](${written})`;
  if (isTold) notes.tell("image-alt", picture.at, { src: quoteBriefly(written), example });
  picture.attributes.set("alt", alt ?? "");
  if (!alt) picture.attributes.delete("title");
  return [picture];
}

/** Puts the safe form of an address, or none, in its place. */
function secure(notes: Notes, node: ElementNode, name: string, written: string): string | undefined {
  const url = safeUrl(written);
  if (url === undefined) {
    node.attributes.delete(name);
    if (written.trim()) notes.tell("link-unsafe", node.at, { value: quoteBriefly(written) });
  } else node.attributes.set(name, url);
  return url;
}

/** A telephone number does not break over lines. */
function holdTogether(nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (node.kind === "text") node.text = node.text.replace(/\s+/g, "\u00a0").replace(/-/g, "\u2011");
    else if (node.kind === "element") holdTogether(node.children);
  }
}

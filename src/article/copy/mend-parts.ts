import { type ElementNode, elementNode, isBlank, isElement, type Node } from "./tree.ts";
import { wrapWords } from "./words.ts";

/** A list whose children are items: what stands between them is an item too. */
export function mendList(list: ElementNode): Node[] {
  const items: Node[] = [];
  for (const child of list.children) {
    const last = items.at(-1);
    if (isElement(child, "li")) items.push(child);
    else if (isElement(child, "ul", "ol") && isElement(last, "li")) last.children.push(child);
    else if (!isBlank(child)) items.push(elementNode("li", [child], list.at));
  }
  list.children = items;
  return [list];
}

/** A definition list of terms, each followed by its description; any other list of these is a plain one. */
export function mendDefinitions(list: ElementNode): Node[] {
  const parts = list.children
    .flatMap((child) => (isElement(child, "div") ? child.children : [child]))
    .filter((child) => !isBlank(child));
  const names = parts.map((part) => (isElement(part, "dt", "dd") ? part.name : "other"));
  const isSound = names[0] === "dt" && names.at(-1) === "dd" && !names.includes("other");
  list.children = isSound
    ? parts
    : parts.map((part) => elementNode("li", isElement(part, "dt", "dd") ? part.children : [part], list.at));
  if (!isSound) list.name = "ul";
  return [list];
}

/** A table in the standard's order: caption, one head, bodies, one foot; header cells say what they head. */
export function mendTable(table: ElementNode): Node[] {
  const captions = table.children.filter((child) => isElement(child, "caption"));
  const groups = table.children.filter((child) => isElement(child, "thead", "tbody", "tfoot"));
  for (const group of groups) {
    group.children = group.children.filter(
      (row) => isElement(row, "tr") && row.children.some((cell) => !isBlank(cell)),
    );
    for (const row of group.children) if (isElement(row)) mendRow(row, group.name === "thead");
  }
  const filled = groups.filter((group) => group.children.length > 0);
  if (filled.length === 0) return captions.flatMap((caption) => wrapWords(caption.children));
  const [head] = filled.filter((group) => group.name === "thead");
  const [foot] = filled.filter((group) => group.name === "tfoot");
  const bodies = filled.filter((group) => group !== head && group !== foot);
  for (const body of bodies) body.name = "tbody";
  const order = [captions[0], head, ...bodies, foot];
  table.children = order.filter((part): part is ElementNode => part !== undefined);
  return [table];
}

function mendRow(row: ElementNode, isHead: boolean): void {
  row.children = row.children.filter((cell) => isElement(cell, "td", "th"));
  for (const cell of row.children)
    if (isElement(cell, "th") && !cell.attributes.has("scope"))
      cell.attributes.set(
        "scope",
        isHead || row.children.every((other) => isElement(other, "th")) ? "col" : "row",
      );
}

/** A figure with its one caption at its beginning or its end. */
export function mendFigure(figure: ElementNode): Node[] {
  const parts = figure.children.filter((child) => !isBlank(child));
  const captions = parts.filter((part) => isElement(part, "figcaption"));
  const shown = parts.filter((part) => !isElement(part, "figcaption"));
  const [caption, ...others] = captions;
  if (!caption || shown.length === 0)
    return wrapWords(parts.flatMap((part) => (isElement(part, "figcaption") ? part.children : [part])));
  caption.children.push(...others.flatMap((other) => wrapWords(other.children)));
  figure.children = parts[0] === caption && shown.length ? [caption, ...shown] : [...shown, caption];
  return [figure];
}

/** Details that begin with their one summary; without one they are open text. */
export function mendDetails(details: ElementNode): Node[] {
  const summary = details.children.find((child) => isElement(child, "summary"));
  const rest = details.children.filter((child) => child !== summary);
  if (!summary) return wrapWords(rest);
  details.children = [summary, ...rest];
  return [details];
}

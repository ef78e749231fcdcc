import { parseNumber } from "../../kit/number.ts";
import type { BodyFault } from "./block.ts";
import { missingFault, othersFault } from "./body-faults.ts";
import { type Cell, listRows } from "./inside.ts";

/** A table as partials print it. */
export type ShownTable = {
  readonly head: readonly ShownCell[];
  readonly rows: readonly (readonly ShownCell[])[];
};
export type ShownCell = Cell & {
  readonly isHead: boolean;
};

const wanted =
  "Write a table in it: a line | Year | Boats |, a line | --- | --- |, and a line such as | 2031 | 14 | for each row.";

/** The table of a body. `rowHeads`: whether each row's first cell says what the row is. */
export function showTable(html: string, language: string, rowHeads: boolean): ShownTable | undefined {
  const [head, ...rows] = listRows(html).parts;
  if (!head || rows.length === 0) return undefined;
  const numeric = head.map((_, column) => !(rowHeads && column === 0) && isNumeric(rows, column, language));
  const show = (cells: readonly Cell[], isHead: boolean) =>
    cells.map((cell, column) => ({
      ...cell,
      ...(numeric[column] && !cell.alignment && { alignment: "number" }),
      isHead: (isHead || (rowHeads && column === 0)) && cell.text !== "",
    }));
  return { head: show(head, true), rows: rows.map((cells) => show(cells, false)) };
}

/** What is wrong with the table of a body. */
export function tableFault(html: string): BodyFault | undefined {
  const { parts, others } = listRows(html);
  return parts.length > 1 ? othersFault(others, "table") : missingFault("table", wanted);
}

/** Whether a column holds numbers and nothing else. */
function isNumeric(rows: readonly (readonly Cell[])[], column: number, language: string): boolean {
  const texts = rows.map((cells) => cells[column]?.text ?? "").filter((text) => /[^\s–—-]/.test(text));
  return texts.length > 0 && texts.every((text) => parseNumber(text, language) !== undefined);
}

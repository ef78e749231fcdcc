/** A line of a text file made of fields; undefined where there is no value. */
export type Line = readonly [name: string, value: string | undefined];

/** Fields as lines, with what stands between a field's name and its value. Those without a value are left out. */
export function renderLines(lines: readonly Line[], between: string): string {
  return lines
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}${between}${value}\n`]))
    .join("");
}

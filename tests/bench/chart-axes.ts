/** Where an axis begins and ends, as logarithms to the base of ten. */
export type Range = { readonly from: number; readonly to: number };

/** From the least to the most; a lone point has an axis around it. */
export function rangeOf(numbers: readonly number[]): Range {
  const logs = numbers.map(Math.log10);
  if (logs.length === 0) return { from: 0, to: 1 };
  const [from, to] = [Math.min(...logs), Math.max(...logs)];
  return to - from < 0.1 ? { from: from - 0.5, to: to + 0.5 } : { from, to };
}

/** Where a value of an axis is drawn. */
export function scale(value: number, { from, to }: Range, start: number, end: number): number {
  return start + ((value - from) / (to - from)) * (end - start);
}

/** The powers of ten in a range, and where these are few, their threefold too. */
export function ticksOf({ from, to }: Range): number[] {
  const powers = Array.from({ length: 12 }, (_, at) => at - 4);
  const inRange = (log: number) => log >= from - 0.001 && log <= to + 0.001;
  const whole = powers.filter(inRange).map((power) => 10 ** power);
  if (whole.length > 2) return whole.map(tidy);
  return powers
    .flatMap((power) => [10 ** power, 3 * 10 ** power])
    .filter((tick) => inRange(Math.log10(tick)))
    .map(tidy);
}

function tidy(number: number): number {
  return Number(number.toPrecision(1));
}

/** Heights in their order, none nearer to the one above than a line of text, and none below the plot. */
export function spread(heights: readonly number[], room: number, lowest: number): number[] {
  const down: number[] = [];
  for (const height of heights) down.push(Math.max(height, (down.at(-1) ?? -Infinity) + room));
  const up: number[] = [];
  for (const height of down.toReversed()) up.push(Math.min(height, (up.at(-1) ?? lowest + room) - room));
  return up.toReversed();
}

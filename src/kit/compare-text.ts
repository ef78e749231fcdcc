/** Orders text by its UTF-16 units, the same in every locale: below 0, 0 or above 0, as `sort` takes it. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

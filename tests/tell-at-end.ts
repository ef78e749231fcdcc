/**
 * Says a line when the tests of this process are over: what was not tested (`! …`) or how much was (`# …`). In the midst
 * of uvu's dots it would not stand at the beginning of a line, and the runner would not pass it on.
 */
export function tellAtEnd(line: string): void {
  process.once("exit", () => console.log(line));
}

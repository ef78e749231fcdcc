/** What this browser keeps of a reader's, and nobody else learns: null where it is nothing, undefined where it keeps nothing at all, as some private windows do. */
export function recall(name: string): string | null | undefined {
  try {
    return localStorage.getItem(`broadsheet-${name}`);
  } catch {
    return undefined;
  }
}

/** Keeps a text under a name, where the browser lets it. */
export function keep(name: string, text: string): void {
  try {
    localStorage.setItem(`broadsheet-${name}`, text);
  } catch {
    // The page at hand is as it was asked to be, and the next one is as ever.
  }
}

/** Whether the browser keeps anything. */
export function keepsAnything(): boolean {
  return recall("") !== undefined;
}

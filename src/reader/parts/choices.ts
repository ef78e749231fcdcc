import { keep, recall } from "./store.ts";

/** What a reader chooses, as data attributes of `html`, which the stylesheet knows: nothing chosen, no attribute. */
const choices = ["scheme", "textSize"];

/** Where the browser keeps nothing, a choice holds for the page. */
const here = new Map<string, string>();

/** What is chosen; empty where nothing is. */
export function chosen(choice: string): string {
  return recall(choice) ?? here.get(choice) ?? "";
}

export function choose(choice: string, value: string): void {
  here.set(choice, value);
  keep(choice, value);
  applyChoices();
}

/** Shows the page as its reader chose. */
export function applyChoices(): void {
  const { dataset } = document.documentElement;
  for (const choice of choices) {
    const value = chosen(choice);
    if (value) dataset[choice] = value;
    else delete dataset[choice];
  }
  const scheme = chosen("scheme");
  // The browser's own bars go with the page.
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    meta.dataset.media ??= meta.media;
    const { media } = meta.dataset;
    meta.media = !scheme ? media : media.includes(scheme) ? "all" : "not all";
  }
}

import { keep, recall } from "./store.ts";

/** What a reader chooses, as data attributes of `html`, which the stylesheet knows; nothing chosen, no attribute. */
const choices = ["scheme", "textSize"];

/** Shows the page as this browser's reader chose. */
export function applyChoices(): void {
  for (const choice of choices) show(choice, recall(choice));
  const scheme = recall("scheme");
  // The browser's own bars go with the page.
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    meta.dataset.media ??= meta.media;
    const { media } = meta.dataset;
    meta.media = !scheme ? media : media.includes(scheme) ? "all" : "not all";
  }
}

export function choose(choice: string, value: string): void {
  keep(choice, value);
  applyChoices();
  show(choice, value);
}

function show(choice: string, value: string | null): void {
  const { dataset } = document.documentElement;
  if (value) dataset[choice] = value;
  else delete dataset[choice];
}

import { applyChoices } from "./parts/choices.ts";
import { keepsAnything } from "./parts/store.ts";

// Runs before the page is painted: so nothing flashes, and what needs scripts has its place from the first.
applyChoices();
document.documentElement.dataset.scripted = [
  keepsAnything() && "save",
  // Both want a page that came through https.
  "clipboard" in navigator && "copy",
  "share" in navigator && "share",
]
  .filter(Boolean)
  .join(" ");

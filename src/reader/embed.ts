import { pageGrew } from "./parts/signals.ts";

addButtons();
document.addEventListener(pageGrew, addButtons);

/** Puts a button under each embed that has none. What it shows is asked of its provider when the button is pressed, and not before. */
function addButtons(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-embed]")) {
    const card = link.closest(".embed-card");
    const { embed = "", ratio = "", load = "", note = "" } = link.dataset;
    delete link.dataset.embed;
    if (!card || !embed.startsWith("https://")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = load;
    button.addEventListener("click", () => {
      const frame = frameOf(embed, link.textContent, ratio);
      card.replaceWith(frame);
      frame.focus();
    });
    const told = document.createElement("p");
    told.className = "embed-note";
    told.textContent = note;
    card.append(button, told);
  }
}

function frameOf(address: string, title: string, ratio: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.setAttribute(
    "sandbox",
    "allow-popups allow-popups-to-escape-sandbox allow-presentation allow-same-origin allow-scripts",
  );
  frame.style.aspectRatio = ratio;
  frame.src = address;
  return frame;
}

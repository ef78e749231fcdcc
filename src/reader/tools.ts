import { isSaved, type SavedStory, toggleSaved } from "./parts/saved-stories.ts";
import { keepsAnything } from "./parts/store.ts";

for (const tools of document.querySelectorAll<HTMLElement>("[data-headline]")) openTools(tools);

/** Shares, copies and saves the story that an element tells of. */
function openTools(tools: HTMLElement): void {
  const story = { ...tools.dataset } as unknown as SavedStory;
  const { href } = new URL(story.url, location.href);
  const status = tools.querySelector("[role=status]");
  const button = (name: string, isThere: boolean, act: (button: HTMLButtonElement) => void) => {
    const found = tools.querySelector<HTMLButtonElement>(`[data-tool="${name}"]`);
    if (!found || !isThere) return undefined;
    found.hidden = false;
    found.addEventListener("click", () => act(found));
    return found;
  };
  const say = (text = "") => {
    if (status) status.textContent = text;
  };
  button("share", "share" in navigator, () => {
    // Whoever thinks better of it is no fault.
    navigator.share({ title: story.headline, url: href }).catch(() => {});
  });
  button("copy", "clipboard" in navigator, ({ dataset }) => {
    say();
    navigator.clipboard.writeText(href).then(
      () => say(dataset.done),
      () => say(dataset.failed),
    );
  });
  const save = button("save", keepsAnything(), () => {
    toggleSaved(story);
    show();
  });
  const show = () => save?.setAttribute("aria-pressed", String(isSaved(story.url)));
  addEventListener("pageshow", show);
  addEventListener("storage", show);
  show();
}

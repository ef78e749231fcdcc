import { fillList } from "./parts/list.ts";
import { listSaved, type SavedStory, toggleSaved } from "./parts/saved-stories.ts";

const saved = document.querySelector<HTMLElement>("[data-saved]");
const kept = document.querySelector<HTMLElement>("[data-kept]");
if (saved) showSaved(saved);
if (kept) await showKept(kept);

/** Shows what this browser saved, and lets its reader take it off the list. */
function showSaved(list: HTMLElement): void {
  const show = () => fillList(list, listSaved(), toggle);
  const toggle = (story: SavedStory) => {
    toggleSaved(story);
    show();
  };
  addEventListener("pageshow", show);
  addEventListener("storage", show);
}

/** Shows the stories that the service worker kept in a cache, the last one read first. */
async function showKept(list: HTMLElement): Promise<void> {
  const cache = await caches.open(list.dataset.kept ?? "");
  const stories: SavedStory[] = [];
  for (const { url } of await cache.keys()) {
    const page = await cache.match(url);
    if (page) stories.unshift(storyIn(await page.text(), new URL(url).pathname));
  }
  fillList(list, stories);
}

/** What a story's page tells of it. */
function storyIn(html: string, url: string): SavedStory {
  const page = new DOMParser().parseFromString(html, "text/html");
  const { title: headline, documentElement: root } = page;
  const told = page.querySelector<HTMLElement>("[data-headline]")?.dataset;
  return { headline, section: "", at: "", date: "", language: root.lang, direction: root.dir, ...told, url };
}

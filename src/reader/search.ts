import { byDate, loadProgram, narrow, type Read, type Story, type Volume } from "./parts/search-program.ts";
import { fillCount, findPart, lineOf } from "./parts/search-results.ts";

/** Searches the paper in its reader's browser: what that needs is loaded once somebody begins to type. */
const form = document.querySelector("[data-search]") as HTMLFormElement;
const told = findPart(document, "status") as HTMLElement;
const list = findPart(document, "results") as HTMLElement;
const template = findPart(document, "result") as HTMLTemplateElement;
const more = findPart(document, "more") as HTMLButtonElement;
const texts = form.dataset;
const volumes = texts.volumes?.split(" ").map((each) => each.split(":") as unknown as Volume) ?? [];
const atOnce = 10;
const pause = 250;

let loading: ReturnType<typeof loadProgram> | undefined;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let found: Found;

form.addEventListener("input", ({ target }) => {
  // A choice is made at once, words are written.
  if (target instanceof HTMLSelectElement) return search("pushState");
  begin();
  clearTimeout(timer);
  timer = setTimeout(search, pause, "replaceState");
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search("pushState");
});
more.addEventListener("click", async () => (await showMore())?.focus());
addEventListener("popstate", restore);
if (location.search) restore();

/** What was found: how many stories, what is said of them, and how to read on. */
type Found = { readonly count: number; readonly said: string | undefined; readonly read: Read };

function begin(): NonNullable<typeof loading> {
  loading ??= loadProgram(texts, volumes);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** Fills the form by the address. */
function restore(): void {
  const asked = new URLSearchParams(location.search);
  for (const field of form.querySelectorAll<HTMLInputElement>("[name]"))
    field.value = asked.get(field.name) ?? "";
  search();
}

/** Looks for what the form asks. `keep`: how the address comes to say it. */
async function search(keep?: "pushState" | "replaceState"): Promise<void> {
  clearTimeout(timer);
  const own = ++turn;
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) asked.set(name, String(value));
  if (keep) history[keep](null, "", `?${asked}`);
  const { q = "", year = "", sort, ...chosen } = Object.fromEntries(asked);
  const names = volumes.map(([name]) => name).filter((name) => name.startsWith(year));
  tell(texts.waiting);
  try {
    const ask = await begin();
    const all = asked.size ? await narrow(ask, q, { ...chosen, volume: { any: names } }) : [];
    if (own !== turn) return;
    const count = all.length;
    const said = asked.size ? (count ? fillCount(texts.count, count) : texts.none) : "";
    found = { count, said, read: sort ? byDate(ask, q, chosen, names, all) : async () => all };
    list.replaceChildren();
    await showMore();
  } catch {
    if (own === turn) tell(texts.failed);
  }
}

function tell(text = ""): void {
  told.textContent = text;
}

/** Shows the next stories. Where they fail to load, none is passed over. Gives what to go on at: the first, or the button. */
async function showMore(): Promise<HTMLElement | undefined> {
  const own = found;
  more.disabled = true;
  const stories = await loadNext(own).catch(() => undefined);
  if (own !== found) return undefined;
  const lines = stories?.map((story) => lineOf(template, story, form)) ?? [];
  list.append(...lines);
  tell(stories ? own.said : texts.failed);
  more.disabled = false;
  more.hidden = list.children.length >= own.count;
  return lines[0]?.querySelector("a") ?? more;
}

async function loadNext({ read }: Found): Promise<readonly Story[]> {
  const shown = list.children.length;
  const results = (await read(shown + atOnce)).slice(shown, shown + atOnce);
  return Promise.all(results.map((result) => result.data()));
}

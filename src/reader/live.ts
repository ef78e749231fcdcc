import { pageGrew } from "./parts/signals.ts";

/** An update as `updates.json` has it. */
type Update = { readonly id: string; readonly at: string; readonly html: string };

const shortest = 30_000;
const longest = 300_000;
const list = document.querySelector<HTMLElement>("[data-live]");
const button = document.querySelector<HTMLButtonElement>("[data-live-new]");
if (list && button) follow(list, button);

/** Looks for new updates of a live blog while it is read, and shows them when the reader asks for them. */
function follow(list: HTMLElement, button: HTMLButtonElement): void {
  let wait = shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLive = true;
  let found: readonly Update[] = [];

  const isNew = (update: Update) =>
    !anchorOf(update) && Date.parse(update.at) >= (Date.parse(list.dataset.newest ?? "") || 0);
  const plan = () => {
    clearTimeout(timer);
    if (isLive && !document.hidden) timer = setTimeout(look, wait);
  };
  const offer = () => {
    button.hidden = found.length === 0;
    button.textContent = (button.dataset.liveNew ?? "").replace("{count}", String(found.length));
  };
  const look = async () => {
    const before = idsOf(found);
    try {
      const answer = await fetch(list.dataset.live ?? "", { cache: "no-cache" });
      if (!answer.ok) throw answer;
      const blog = await answer.json();
      isLive = blog.isLive;
      found = blog.updates.filter(isNew);
    } catch {
      // Another look will tell.
    }
    const isSame = idsOf(found) === before;
    wait = isSame ? Math.min(wait * 1.5, longest) : shortest;
    if (!isSame) offer();
    plan();
  };
  const show = () => {
    const [first] = found;
    if (!first) return;
    list.querySelector(".empty")?.remove();
    list.insertAdjacentHTML("afterbegin", found.map(({ html }) => html).join("\n"));
    markTimes(list);
    const newest = anchorOf(first);
    if (newest) {
      newest.tabIndex = -1;
      newest.focus();
    }
    found = [];
    offer();
  };

  button.addEventListener("click", show);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return plan();
    wait = shortest;
    if (isLive) look();
  });
  markTimes(list);
  plan();
}

/** What is new is best told by how long ago it was. */
function markTimes({ dataset }: HTMLElement): void {
  for (const time of document.querySelectorAll<HTMLElement>(".live-update-time time"))
    time.dataset.relative = dataset.language;
  document.dispatchEvent(new Event(pageGrew));
}

function anchorOf({ id }: Update): HTMLElement | null {
  return document.getElementById(`update-${id}`);
}

function idsOf(updates: readonly Update[]): string {
  return updates.map(({ id }) => id).join();
}

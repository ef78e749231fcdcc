import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { suite } from "uvu";
import * as assert from "uvu/assert";

const file = resolve("dist/reader/live.js");

type Update = { readonly id: string; readonly at: string; readonly html: string };

/** A page of a live blog with one update, as the script sees it. */
function openPage() {
  const shown = new Set(["update-old"]);
  const waits: number[] = [];
  const listeners = new Map<string, () => void>();
  const page = {
    waits,
    shown,
    html: "",
    focused: "",
    asked: [] as string[],
    told: [] as string[],
    answer: (): unknown => ({ isLive: true, updates: [] as Update[] }),
    isDown: false,
    planned: undefined as (() => unknown) | undefined,
    button: {
      hidden: true,
      textContent: "",
      dataset: { liveNew: "New updates: {count}" },
      addEventListener: (_: string, act: () => void) => listeners.set("click", act),
    },
    click: () => listeners.get("click")?.(),
    hide: (hidden: boolean) => {
      document.hidden = hidden;
      listeners.get("visibilitychange")?.();
    },
    /** Lets the time pass until the script looks again. */
    look: async () => {
      const { planned } = page;
      page.planned = undefined;
      await planned?.();
    },
  };
  const list = {
    dataset: { live: "/storm/updates.json", newest: "2026-06-10T08:00:00+01:00" },
    querySelector: () => null,
    insertAdjacentHTML: (_: string, html: string) => {
      page.html = html + page.html;
      for (const [, id = ""] of html.matchAll(/id="([^"]+)"/g)) shown.add(id);
    },
  };
  const document = {
    hidden: false,
    querySelector: (selector: string) => (selector === "[data-live]" ? list : page.button),
    querySelectorAll: () => [...shown].map(() => ({ dataset: {} })),
    getElementById: (id: string) =>
      shown.has(id) ? { focus: () => (page.focused = id), tabIndex: 0 } : null,
    addEventListener: (name: string, act: () => void) => listeners.set(name, act),
    dispatchEvent: ({ type }: Event) => page.told.push(type),
  };
  const context = createContext({
    document,
    Event,
    fetch: async (url: string) => {
      page.asked.push(url);
      if (page.isDown) throw new Error("down");
      return { ok: true, json: async () => page.answer() };
    },
    setTimeout: (act: () => unknown, wait: number) => {
      waits.push(wait);
      page.planned = act;
      return 1;
    },
    clearTimeout: () => {
      page.planned = undefined;
    },
  });
  runInContext(readFileSync(file, "utf8"), context);
  return page;
}

function updateOf(id: string, at = "2026-06-10T09:00:00+01:00"): Update {
  return { id, at, html: `<article id="update-${id}">${id}</article>` };
}

const live = suite("the script of a live blog");

live(
  "looks every 30 seconds, more rarely where nothing changes or the server is down, at most every five minutes",
  async () => {
    const page = openPage();
    assert.equal(page.waits, [30_000]);
    await page.look();
    page.isDown = true;
    await page.look();
    assert.equal(page.waits, [30_000, 45_000, 67_500]);
    for (let times = 0; times < 8; times++) await page.look();
    assert.is(page.waits.at(-1), 300_000);
    page.isDown = false;
    page.answer = () => ({ isLive: true, updates: [updateOf("new"), updateOf("old")] });
    await page.look();
    assert.is(page.waits.at(-1), 30_000);
    assert.is(new Set(page.asked).size, 1);
  },
);

live("offers what is new, and shows it when it is asked to, with the focus on the newest", async () => {
  const page = openPage();
  page.answer = () => ({ isLive: true, updates: [updateOf("b"), updateOf("a"), updateOf("old")] });
  await page.look();
  assert.equal([page.button.hidden, page.button.textContent, page.html], [false, "New updates: 2", ""]);
  page.click();
  assert.match(page.html, /update-b[\s\S]*update-a/);
  assert.is(page.told.length, 2, "that there are times, at first and with what is new");
  assert.equal([page.button.hidden, page.focused], [true, "update-b"]);
  await page.look();
  assert.is(page.button.hidden, true);
});

live("takes no older update for a new one", async () => {
  const page = openPage();
  page.answer = () => ({ isLive: true, updates: [updateOf("older", "2026-06-10T07:00:00+01:00")] });
  await page.look();
  assert.is(page.button.hidden, true);
});

live("rests while nobody looks at the page, and looks at once when somebody does", async () => {
  const page = openPage();
  page.hide(true);
  assert.is(page.planned, undefined);
  page.hide(false);
  await new Promise((resolve) => setImmediate(resolve));
  assert.is(page.asked.length, 1);
  assert.type(page.planned, "function");
});

live("stops when the coverage is over", async () => {
  const page = openPage();
  page.answer = () => ({ isLive: false, updates: [updateOf("last")] });
  await page.look();
  assert.is(page.button.textContent, "New updates: 1");
  assert.is(page.planned, undefined);
  page.hide(false);
  assert.is(page.asked.length, 1);
});

live.run();

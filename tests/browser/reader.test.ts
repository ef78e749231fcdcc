import { readFileSync } from "node:fs";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { themeColours } from "../../src/pages/theme-colours.ts";
import { hasTool, tools } from "../debian-tools.ts";
import { put } from "../site.ts";
import { type Look, openBrowser, type Visit } from "./browser.ts";
import { bridge, ferry, hostPaper, mount, readAt, stormOf } from "./small-paper.ts";

const browser = hasTool(tools.chromium, "the reader's scripts") ? await openBrowser() : undefined;
const paper = await hostPaper();

/** Opens a page, does something with it, and holds that nothing was wrong meanwhile. */
async function read(path: string, act: (visit: Visit) => Promise<void>, look: Look = {}): Promise<void> {
  if (!browser) return;
  const visit = await browser.visit(paper.origin, path, { now: readAt, ...look });
  try {
    await act(visit);
    if (look.script ?? true) assert.equal((await visit.faults()).filter(isGrave), [], path);
  } finally {
    await visit.close();
  }
}

/** A page that comes in pieces over a busy machine may be seen half built: what moves then is a hair. */
const isGrave = (fault: string) => !/^layout shift of 0\.00/.test(fault);

const button = ({ page }: Visit, name: string) => page.getByRole("button", { name, exact: true });
/** What is chosen, as `html` says. */
const rootOf = ({ page }: Visit) =>
  page.evaluate("(({ scripted, ...chosen }) => chosen)(document.documentElement.dataset)");

const settings = suite("reading settings");
settings("are kept across pages and visits, and there before there is a body", () =>
  read(mount, async (visit) => {
    const { page, go } = visit;
    await page.getByText("Reading settings").click();
    await page.getByRole("radio", { name: "Dark" }).check();
    await page.getByRole("radio", { name: "Largest" }).check();
    assert.equal(await rootOf(visit), { scheme: "dark", textSize: "largest" });
    const styleOf = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector("${selector}")).${property}`);
    const colour = themeColours.paper.dark.match(/\w\w/g)?.map((part) => Number.parseInt(part, 16));
    assert.is(await styleOf("body", "backgroundColor"), `rgb(${colour?.join(", ")})`);
    await visit.context.addInitScript(`
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        window.atBody = JSON.stringify([document.documentElement.dataset.scheme, document.documentElement.dataset.textSize]);
      }).observe(document, { childList: true, subtree: true });
    `);
    for (const path of [ferry, `${mount}ar/`]) {
      await go(path);
      assert.equal(await page.evaluate("window.atBody"), '["dark","largest"]', path);
      if (path === ferry) assert.is(await styleOf(".article-body", "fontSize"), "26px");
    }
    assert.is(await page.locator("input[name=scheme][value=dark]").isChecked(), true);
    await page.locator("summary").first().click();
    await page.locator("input[name=scheme][value='']").check();
    await page.locator("input[name=textSize][value='']").check();
    await page.reload();
    assert.equal(await rootOf(visit), {});
  }),
);
settings("are learned of by a page that comes back", () =>
  read(mount, async (visit) => {
    const { page, go } = visit;
    await go(ferry);
    await page.getByText("Reading settings").click();
    await page.getByRole("radio", { name: "Light" }).check();
    await page.goBack();
    assert.equal(await rootOf(visit), { scheme: "light" });
  }),
);
settings("go with the browser's bars", () =>
  read(mount, async ({ page }) => {
    const colours = () =>
      page.evaluate(
        "[...document.querySelectorAll('meta[name=theme-color]')].filter(({ media }) => matchMedia(media).matches).map(({ content }) => content)",
      );
    const [light] = (await colours()) as string[];
    await page.getByText("Reading settings").click();
    await page.getByRole("radio", { name: "Dark" }).check();
    const [dark, ...others] = (await colours()) as string[];
    assert.is.not(dark, light);
    assert.equal(others, []);
    await page.getByRole("radio", { name: "Automatic" }).check();
    assert.equal(await colours(), [light]);
  }),
);
settings("are reached, used and left by keyboard", () =>
  read(mount, async (visit) => {
    const { page } = visit;
    const panel = page.locator("details.settings");
    const isOpen = async () => (await panel.getAttribute("open")) !== null;
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate("document.activeElement.matches('.settings summary')")) break;
    }
    assert.is.not(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle"), "none");
    await page.keyboard.press("Enter");
    assert.is(await isOpen(), true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    assert.equal(await rootOf(visit), { scheme: "light" });
    await page.keyboard.press("Escape");
    assert.is(await isOpen(), false);
    assert.is(await page.evaluate("document.activeElement.matches('.settings summary')"), true);
    await page.keyboard.press("Enter");
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press("Tab");
    assert.is(await isOpen(), false, "open, though the focus left it");
  }),
);
settings.run();

const times = suite("relative times");
times("are said of the last day in the language of the page, and the moment stays as title", () =>
  read(mount, async ({ page, go }) => {
    const shown = async (headline: string) => {
      const time = page.locator("article", { hasText: headline }).locator("time").first();
      return [await time.textContent(), await time.getAttribute("title")];
    };
    assert.equal(await shown("Ferry & boat"), ["12 minutes ago", "10 Jun 2026"]);
    assert.equal(await shown("The bridge"), ["5 hours ago", "10 Jun 2026"]);
    assert.is((await shown("Long ago"))[0], "1 May 2026");
    assert.equal((await shown("Some time today"))[1], null, "a day without a time is no moment");
    await go(`${mount}ar/`);
    assert.match((await shown("العبّارة"))[0] ?? "", /^قبل/);
  }),
);
times("are those of the moment, while the page is open", async () => {
  if (!browser) return;
  const { context, close } = await browser.visit(paper.origin, mount);
  const page = await context.newPage();
  await page.clock.install({ time: readAt });
  await page.goto(paper.origin + ferry);
  const time = page.locator(".dates time");
  assert.is(await time.textContent(), "12 minutes ago");
  await page.clock.runFor(120_000);
  assert.is(await time.textContent(), "14 minutes ago");
  await page.clock.fastForward(24 * 3_600_000);
  await page.clock.runFor(60_000);
  assert.is(await time.textContent(), "10 June 2026 at 12:48");
  assert.is(await time.getAttribute("title"), "");
  await close();
});
times.run();

const story = suite("the tools of a story");
story("share it where the browser can, and say nothing of it to anybody else", () =>
  read(mount, async (visit) => {
    await visit.context.addInitScript(
      "navigator.share = async (data) => { window.shared = data; throw new DOMException('', 'AbortError'); };",
    );
    await visit.go(ferry);
    await button(visit, "Share").click();
    assert.equal(await visit.page.evaluate("window.shared"), {
      title: "Ferry & boat",
      url: paper.origin + ferry,
    });
  }),
);
story("have no button for what the browser cannot do", () =>
  read(mount, async (visit) => {
    await visit.context.addInitScript(
      "delete Navigator.prototype.share; delete Navigator.prototype.clipboard;",
    );
    await visit.go(ferry);
    assert.is(await button(visit, "Share").isVisible(), false);
    assert.is(await button(visit, "Copy link").isVisible(), false);
    assert.is(await button(visit, "Save for later").isVisible(), true);
  }),
);
story("copy its address, and say so politely, also where it failed", () =>
  read(ferry, async (visit) => {
    await visit.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(visit, "Copy link").click();
    const status = visit.page.getByRole("status");
    await status.getByText("Link copied.").waitFor();
    assert.is(await visit.page.evaluate("navigator.clipboard.readText()"), paper.origin + ferry);
    await visit.page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error())");
    await button(visit, "Copy link").click();
    await status.getByText("The link could not be copied.").waitFor();
  }),
);
story("send it by mail without any script", () =>
  read(
    ferry,
    async ({ page }) => {
      const link = page.getByRole("link", { name: "Send by email" });
      const { searchParams } = new URL((await link.getAttribute("href")) ?? "");
      assert.equal(Object.fromEntries(searchParams), {
        subject: "Ferry & boat",
        body: "https://test.example/paper/news/2026/06/ferry/",
      });
    },
    { script: false },
  ),
);
story.run();

const saved = suite("saved stories");
saved("are kept by the browser, listed as they were called, and taken off again", () =>
  read(ferry, async (visit) => {
    const { page, go } = visit;
    const toggle = () => button(visit, "Save for later");
    assert.is(await toggle().getAttribute("aria-pressed"), "false");
    await toggle().click();
    assert.is(await toggle().getAttribute("aria-pressed"), "true");
    await go(bridge);
    await toggle().press("Enter");
    await go(`${mount}ar/news/2026/06/abbara/`);
    await page.locator("[data-tool=save]").click();
    await page.reload();
    assert.is(await page.locator("[data-tool=save]").getAttribute("aria-pressed"), "true");
    await go(`${mount}saved/`);
    const lines = page.locator(".kept-stories li");
    const told = await page.locator(".kept-stories :is(li a, .in-section, time)").allTextContents();
    assert.equal(told, [
      ...["العبّارة", "News", "10 يونيو 2026"],
      ...["The bridge", "News", "10 June 2026"],
      ...["Ferry & boat", "News", "10 June 2026"],
    ]);
    const [arabic] = await lines.locator("a").all();
    assert.equal([await arabic?.getAttribute("lang"), await arabic?.getAttribute("dir")], ["ar", "rtl"]);
    assert.is(await page.getByText("You have saved no story yet.").isVisible(), false);
    await button(visit, "Remove: The bridge").press("Enter");
    assert.is(
      await page.evaluate("document.activeElement.getAttribute('aria-label')"),
      "Remove: Ferry & boat",
      "the focus stays where the line was",
    );
    await lines.locator("a", { hasText: "Ferry" }).click();
    assert.is(new URL(page.url()).pathname, ferry);
    await toggle().click();
    await go(`${mount}saved/`);
    await page.getByRole("button", { name: "Remove" }).click();
    assert.is(await page.getByText("You have saved no story yet.").isVisible(), true);
    assert.is(await lines.count(), 0);
  }),
);
saved("are the same in every language of the paper and every open page", () =>
  read(ferry, async (visit) => {
    const other = await visit.context.newPage();
    await other.goto(`${paper.origin}${mount}ar/saved/`);
    await button(visit, "Save for later").click();
    await other.locator(".kept-stories li a").getByText("Ferry & boat").waitFor();
  }),
);
saved("are not promised where the browser keeps nothing, and choices hold for the page", () =>
  read(mount, async (visit) => {
    await visit.context.addInitScript(
      "Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });",
    );
    await visit.go(ferry);
    assert.is(await button(visit, "Copy link").isVisible(), true);
    assert.is(await button(visit, "Save for later").isVisible(), false);
    await visit.page.getByText("Reading settings").click();
    await visit.page.getByRole("radio", { name: "Dark" }).check();
    await visit.page.getByRole("radio", { name: "Small" }).check();
    assert.equal(await rootOf(visit), { scheme: "dark", textSize: "small" });
  }),
);
saved.run();

const live = suite("a live blog that is read");
live("shows what is new, with how long ago it was", async () => {
  if (!browser) return;
  const { context, close } = await browser.visit(paper.origin, mount);
  const page = await context.newPage();
  await page.clock.install({ time: readAt });
  await page.goto(`${paper.origin}${mount}news/2026/06/storm/`);
  const headlines = page.locator(".live-update-headline");
  assert.equal(await headlines.allInnerTexts(), ["Trees fall"]);
  assert.is(await page.locator(".live-update-time").textContent(), "10 minutes ago");
  put(paper.site, {
    "articles/storm.md": stormOf(
      ["11:58:00", "The bridge is closed", '{% embed "https://vimeo.com/123456789", "The bridge" %}'],
      ["11:50:00", "Trees fall"],
    ),
  });
  await paper.print();
  await page.clock.runFor(31_000);
  await page.getByRole("button", { name: "New updates: 1" }).click();
  assert.equal(await headlines.allInnerTexts(), ["The bridge is closed", "Trees fall"]);
  assert.is(await page.locator(".live-update-time").first().textContent(), "2 minutes ago");
  assert.is(
    await page.evaluate("document.activeElement.querySelector('h2')?.textContent"),
    "The bridge is closed",
  );
  const load = page.getByRole("button", { name: "Load it from Vimeo" });
  assert.is(await load.count(), 1);
  await page.evaluate('document.dispatchEvent(new Event("broadsheet-more"))');
  assert.is(await load.count(), 1, "no embed has two buttons");
  await close();
});
live.run();

const plain = suite("reading without scripts");
for (const [path, words] of [
  [ferry, ["Ferry & boat", "Words.", "10 June 2026 at 12:48", "Send by email"]],
  [`${mount}news/2026/06/storm/`, ["Trees fall", "It blows."]],
  [`${mount}news/2026/06/film/`, ["The film"]],
  [mount, ["Ferry & boat", "Long ago"]],
  [`${mount}saved/`, ["This list needs a script", "Archive"]],
] as const)
  plain(`shows everything at ${path}, and no button that does nothing`, () =>
    read(
      path,
      async ({ page }) => {
        for (const text of words) assert.is(await page.getByText(text).first().isVisible(), true, text);
        assert.equal(
          await page.locator("button:visible, summary:visible, input:visible").allInnerTexts(),
          [],
        );
        assert.is(
          await page.locator("[data-headline]").getByRole("status").count(),
          path === mount || path.endsWith("saved/") ? 0 : 1,
        );
      },
      { script: false },
    ),
  );
plain.run();

const policy = suite("the policy of the README");
policy("is that under which these pages were read", async () => {
  const readme = readFileSync("README.md", "utf8");
  const told = /^Content-Security-Policy: (.*)$/m.exec(readme)?.[1] ?? "";
  const { headers } = await fetch(paper.origin + mount);
  assert.is(told, headers.get("content-security-policy"));
});
policy("lets an embed be loaded when its reader asks for it", () =>
  read(`${mount}news/2026/06/film/`, async (visit) => {
    await visit.context.route("https://player.vimeo.com/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Film</title>" }),
    );
    await button(visit, "Load it from Vimeo").click();
    await visit.page.frameLocator("iframe").locator("title").waitFor({ state: "attached" });
    const faults = (await visit.faults()).filter((fault) => !fault.startsWith("layout shift"));
    assert.ok(
      faults.every((fault) => /^request to another host: https:\/\/player\.vimeo\.com/.test(fault)),
      faults.join(),
    );
  }),
);
policy("lets a script or a stylesheet that was changed on the way do nothing", async () => {
  if (!browser) return;
  const visit = await browser.visit(paper.origin, mount);
  await visit.context.route("**/assets/tools-*.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "window.changed = true" }),
  );
  await visit.go(ferry);
  assert.is(await visit.page.evaluate("window.changed"), undefined);
  assert.match((await visit.faults()).join("\n"), /integrity/);
  await visit.close();
});
policy.after(async () => {
  await browser?.close();
  await paper.close();
});
policy.run();

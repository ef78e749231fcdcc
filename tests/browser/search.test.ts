import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { copyOf, type Files, makeSite, print } from "../site.ts";
import { openBrowser, type Visit } from "./browser.ts";
import { hostSite } from "./site-host.ts";

const masthead = {
  name: "The Packet",
  url: "https://packet.example/paper/",
  timeZone: "Europe/Dublin",
  language: "en-IE",
  languages: ["fr", "ar"],
};

const story = (slug: string, published: string, fields: object, body: string): Files => ({
  [`articles/${published.slice(0, 4)}/${slug}.md`]: copyOf({ section: "news", published, ...fields }, body),
});

/** Two dozen stories of three years, one of them in French and one in Arabic. */
const files: Files = {
  "_data/masthead.json": JSON.stringify(masthead),
  "_data/contributors.json": JSON.stringify({ "mary-byrne": { name: "Mary Byrne" }, ann: { name: "Ann" } }),
  ...story(
    "ferry",
    "2026-05-02",
    { headline: "The ferry is back", byline: ["mary-byrne"] },
    "A `<b>ferry</b>` & a quay.",
  ),
  ...story(
    "budget",
    "2026-05-03",
    { headline: "Harbour budget", genre: "analysis" },
    "The council pays for the ferry.",
  ),
  ...story(
    "strike",
    "2025-03-01",
    { headline: "Crew on strike", section: "work" },
    "The ferry crew went on strike.",
  ),
  ...story(
    "race",
    "2024-07-01",
    { headline: "Regatta", section: "sport", byline: ["Una Ring"] },
    "A race past the ferry.",
  ),
  ...story("bac", "2026-04-01", { headline: "Le bac", language: "fr" }, "Le bac est de retour au port."),
  ...story("abbara", "2026-04-02", { headline: "العبارة", language: "ar" }, "عادت العبارة إلى الميناء."),
  ...Object.assign(
    {},
    ...Array.from({ length: 24 }, (_, at) =>
      story(
        `tide-${at}`,
        `2026-03-${String(at + 1).padStart(2, "0")}`,
        { headline: `Tide table ${at}` },
        "Spring tides.",
      ),
    ),
  ),
};

const search = suite("the search page in a browser");

if (hasTool(tools.chromium, "the search page")) {
  const site = makeSite(files);
  const host = join(site.root, "host");
  await print({ ...site, output: join(host, "paper") });
  writeFileSync(join(host, "favicon.ico"), "");
  const [browser, { origin, close }] = [await openBrowser(), await hostSite(host)];

  const headlinesOf = (visit: Visit) => visit.page.locator(".search-result h2").allTextContents();
  const statusOf = (visit: Visit) => visit.page.locator("[role=status]").textContent();
  /** Waits until the page shows these stories, in their order, and says how many they are. */
  const finds = async (visit: Visit, headlines: readonly string[], all = headlines.length) => {
    const told = all > 0 ? `Stories found: ${all}` : "No story was found.";
    const isThere = async () =>
      JSON.stringify([await headlinesOf(visit), await statusOf(visit)]) === JSON.stringify([headlines, told]);
    for (let tries = 0; tries < 400 && !(await isThere()); tries++) await setTimeout(50);
    assert.equal([await headlinesOf(visit), await statusOf(visit)], [headlines, told]);
  };
  const type = (visit: Visit, words: string) => visit.page.getByRole("searchbox").fill(words);
  const tides = Array.from({ length: 24 }, (_, at) => `Tide table ${23 - at}`);
  const ofFerries = ["Harbour budget", "The ferry is back", "Crew on strike", "Regatta"];

  search("loads nothing before somebody types, then finds by headline, text, name and stem", async () => {
    const visit = await browser.visit(origin, "/paper/search/");
    const asked: string[] = [];
    visit.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visit.page.keyboard.press("/");
    assert.is(
      await visit.page.evaluate("document.activeElement.localName"),
      "body",
      "a character is no shortcut",
    );
    assert.equal(asked, []);
    await type(visit, "ferry back");
    await finds(visit, ["The ferry is back"]);
    const place = visit.page.locator(".search-place");
    assert.is((await place.textContent())?.trim(), "News 2 May 2026");
    assert.is(await visit.page.locator(".search-excerpt").textContent(), "A <b>ferry</b> & a quay.");
    assert.equal(await visit.page.locator("mark").allTextContents(), ["<b>ferry</b>"]);
    assert.is(
      await visit.page.locator(".search-result a").getAttribute("href"),
      "/paper/news/2026/05/ferry/",
    );
    await type(visit, "crews striking");
    await finds(visit, ["Crew on strike"]);
    await type(visit, "una ring");
    await finds(visit, ["Regatta"]);
    await type(visit, "zeppelin");
    await finds(visit, []);
    await type(visit, "");
    await visit.page.locator("[role=status]", { hasText: /^$/ }).waitFor({ state: "attached" });
    assert.equal(await visit.faults(), []);
    await visit.close();
  });

  search("has every longer word in what it finds, though an index does not know one of them", async () => {
    const visit = await browser.visit(origin, "/paper/search/?q=council+ferry");
    await finds(visit, ["Harbour budget"]);
    await visit.close();
  });

  search("is narrowed by what a story is filed under, and ordered by date over all years", async () => {
    const visit = await browser.visit(origin, "/paper/search/?q=ferry&sort=date");
    await finds(visit, ofFerries);
    await visit.page.getByLabel("Year").selectOption("2025");
    await finds(visit, ["Crew on strike"]);
    assert.match(visit.page.url(), /\/search\/\?q=ferry&year=2025&sort=date$/);
    await visit.page.getByLabel("Year").selectOption("");
    await visit.page.getByLabel("Writer").selectOption({ label: "Mary Byrne" });
    await finds(visit, ["The ferry is back"]);
    await visit.page.goBack();
    await finds(visit, ofFerries);
    assert.is(await visit.page.getByLabel("Writer").inputValue(), "");
    // Without a word, all of what was chosen.
    await type(visit, "");
    await visit.page.getByLabel("Kind of story").selectOption("analysis");
    await finds(visit, ["Harbour budget"]);
    const place = visit.page.locator(".search-place");
    assert.is((await place.textContent())?.trim(), "Analysis News 3 May 2026");
    assert.equal(await visit.faults(), []);
    await visit.close();
  });

  search("shows ten at a time, and goes on by keyboard at the first that is new", async () => {
    const visit = await browser.visit(origin, "/paper/search/?q=tide&sort=date");
    await finds(visit, tides.slice(0, 10), 24);
    const more = visit.page.getByRole("button", { name: "More results" });
    await more.press("Enter");
    await finds(visit, tides.slice(0, 20), 24);
    await visit.page.locator("a:focus", { hasText: /^Tide table 13$/ }).waitFor();
    await more.press("Enter");
    await finds(visit, tides);
    await visit.page.locator("a:focus", { hasText: /^Tide table 3$/ }).waitFor();
    assert.not(await more.isVisible());
    // On a slow machine, what the press of a key asked for comes when the browser has forgotten the key.
    const faults = (await visit.faults()).filter((fault) => !fault.startsWith("layout shift"));
    assert.equal(faults, []);
    await visit.close();
  });

  search("shows the next ten once, however often somebody asks before they are there", async () => {
    const visit = await browser.visit(origin, "/paper/search/?q=tide&sort=date");
    await finds(visit, tides.slice(0, 10), 24);
    await visit.page.evaluate("for (const _ of '123') document.querySelector('.search-more button').click()");
    await finds(visit, tides.slice(0, 20), 24);
    await visit.close();
  });

  search("says so where stories cannot be loaded, and shows them when it is asked again", async () => {
    const visit = await browser.visit(origin, "/paper/search/?q=tide&sort=date");
    await finds(visit, tides.slice(0, 10), 24);
    const more = visit.page.getByRole("button", { name: "More results" });
    const pattern = "**/fragment/*";
    await visit.page.route(pattern, (route) => route.abort());
    await more.press("Enter");
    await visit.page.getByText("could not be loaded").waitFor({ timeout: 20_000 });
    assert.equal(await headlinesOf(visit), tides.slice(0, 10));
    assert.is(await visit.page.locator(".search-more button:focus").count(), 1, "the focus stays");
    const faults = (await visit.faults()).filter((fault) => fault.startsWith("error"));
    assert.equal(faults, []);
    await visit.page.unroute(pattern);
    await more.press("Enter");
    await finds(visit, tides.slice(0, 20), 24);
    await visit.close();
  });

  search("keeps what was asked in its address, also on the way back from a story", async () => {
    const visit = await browser.visit(origin, "/paper/search/");
    await type(visit, "regatta");
    await finds(visit, ["Regatta"]);
    assert.match(visit.page.url(), /\?q=regatta$/);
    await visit.page.getByRole("link", { name: "Regatta" }).click();
    await visit.page.waitForURL(/\/sport\//);
    await visit.page.goBack();
    await finds(visit, ["Regatta"]);
    assert.is(await visit.page.getByRole("searchbox").inputValue(), "regatta");
    await visit.close();
  });

  search("searches each language of the paper by itself, in the direction of its script", async () => {
    const french = await browser.visit(origin, "/paper/fr/search/?q=retour");
    await french.page.locator(".search-result").waitFor({ timeout: 20_000 });
    assert.equal([await headlinesOf(french), await statusOf(french)], [["Le bac"], "Articles trouvés : 1"]);
    assert.equal(await french.faults(), []);
    await french.close();
    const path = `/paper/ar/search/?q=${encodeURIComponent("العبارة")}`;
    const arabic = await browser.visit(origin, path, { width: 360 });
    await arabic.page.locator(".search-result").waitFor({ timeout: 20_000 });
    assert.equal(await headlinesOf(arabic), ["العبارة"]);
    assert.equal(
      await arabic.page.evaluate(
        "[...document.querySelectorAll('main [lang]')].map((part) => part.dataset.part)",
      ),
      ["headline", "excerpt"],
      "place and date are in the language of the page",
    );
    assert.is(await arabic.page.evaluate("getComputedStyle(document.querySelector('h2')).direction"), "rtl");
    assert.is(await arabic.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    assert.equal(await arabic.faults(), []);
    await arabic.close();
  });

  search("without scripts says where all stories are, and shows no form that would do nothing", async () => {
    const visit = await browser.visit(origin, "/paper/search/", { script: false });
    assert.not(await visit.page.locator("form").isVisible());
    assert.ok(await visit.page.getByText("needs a browser that runs scripts").isVisible());
    await visit.page.getByRole("link", { name: "All stories by month" }).click();
    assert.match(visit.page.url(), /\/archive\/$/);
    await visit.close();
  });

  search(
    "fills the parts of a site's own page by their names, in any order, and does without some",
    async () => {
      const visit = await browser.visit(origin, "/paper/search/");
      const own = (html: string) =>
        html
          .replace(/(<p class="search-status".*<\/p>)\n(<ol .*<\/ol>)/, '<p data-part="own"></p>\n$2\n$1')
          .replace(/<span data-part="genre">.*(<time .*<\/time>)/, '$1 <span data-part="section"></span>');
      await visit.page.route("**/search/?q=*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: own(await response.text()) });
      });
      await visit.go("/paper/search/?q=regatta");
      await finds(visit, ["Regatta"]);
      const place = visit.page.locator(".search-place");
      assert.is((await place.textContent())?.trim(), "1 July 2024 Sport");
      assert.is(await visit.page.locator("[data-part=own]").textContent(), "");
      await visit.close();
    },
  );

  search("says so where its indexes cannot be loaded, and can be asked again", async () => {
    const visit = await browser.visit(origin, "/paper/search/");
    const pattern = "**/pagefind.js";
    await visit.page.route(pattern, (route) => route.abort());
    await type(visit, "regatta");
    await visit.page.getByText("could not be loaded").waitFor({ timeout: 20_000 });
    await visit.page.unroute(pattern);
    await visit.page.getByRole("searchbox").press("Enter");
    await finds(visit, ["Regatta"]);
    await visit.close();
  });

  search.after(async () => {
    await browser.close();
    await close();
  });
}

search.run();

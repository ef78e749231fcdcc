import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { copyOf, type Files, makeSite, print } from "../site.ts";
import { openBrowser, type Visit } from "./browser.ts";
import { hostSite } from "./site-host.ts";

const masthead = {
  name: "The Packet",
  url: "https://packet.example/",
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
  await print(site);
  const [browser, { origin, close }] = [await openBrowser(), await hostSite(site.output)];

  const headlines = (visit: Visit) => visit.page.locator(".search-result h2").allInnerTexts();
  const statusOf = async (visit: Visit, text: string) =>
    visit.page.locator("[role=status]", { hasText: text }).waitFor({ timeout: 20_000 });
  const type = async (visit: Visit, words: string) => {
    await visit.page.getByRole("searchbox").fill(words);
    await statusOf(visit, words === "" ? "" : "found");
  };

  search("loads nothing before somebody types, then finds by headline, text, name and stem", async () => {
    const visit = await browser.visit(origin, "/search/");
    const asked: string[] = [];
    visit.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visit.page.keyboard.press("/");
    assert.is(await visit.page.evaluate("document.activeElement.name"), "q");
    assert.equal(asked, []);
    await type(visit, "ferry");
    assert.equal((await headlines(visit)).sort(), [
      "Crew on strike",
      "Harbour budget",
      "Regatta",
      "The ferry is back",
    ]);
    assert.is(await visit.page.locator("[role=status]").innerText(), "Stories found: 4");
    const first = visit.page.locator(".search-result", { hasText: "The ferry is back" });
    assert.is(await first.locator(".search-place").innerText(), "News\n2 May 2026");
    assert.is(await first.locator(".search-excerpt").innerText(), "A <b>ferry</b> & a quay.");
    assert.equal(await first.locator("mark").allInnerTexts(), ["<b>ferry</b>"]);
    assert.is(await first.locator("a").getAttribute("href"), "/news/2026/05/ferry/");
    await type(visit, "crews striking");
    assert.equal(await headlines(visit), ["Crew on strike"]);
    await type(visit, "una ring");
    assert.equal(await headlines(visit), ["Regatta"]);
    await type(visit, "zeppelin");
    assert.equal(await headlines(visit), []);
    assert.is(await visit.page.locator("[role=status]").innerText(), "No story was found.");
    assert.equal(await visit.faults(), []);
    await visit.close();
  });

  search("has every longer word in what it finds, though an index does not know one of them", async () => {
    const visit = await browser.visit(origin, "/search/?q=council+ferry");
    await statusOf(visit, "found");
    assert.equal(await headlines(visit), ["Harbour budget"]);
    await visit.close();
  });

  search("is narrowed by what a story is filed under, and ordered by date over all years", async () => {
    const visit = await browser.visit(origin, "/search/?q=ferry&sort=date");
    await statusOf(visit, "found: 4");
    assert.equal(await headlines(visit), [
      "Harbour budget",
      "The ferry is back",
      "Crew on strike",
      "Regatta",
    ]);
    await visit.page.getByLabel("Year").selectOption("2025");
    await statusOf(visit, "found: 1");
    assert.equal(await headlines(visit), ["Crew on strike"]);
    assert.match(visit.page.url(), /\/search\/\?q=ferry&year=2025&sort=date$/);
    await visit.page.getByLabel("Year").selectOption("");
    await visit.page.getByLabel("Writer").selectOption({ label: "Mary Byrne" });
    await statusOf(visit, "found: 1");
    assert.equal(await headlines(visit), ["The ferry is back"]);
    await visit.page.goBack();
    await statusOf(visit, "found: 4");
    assert.is(await visit.page.getByLabel("Writer").inputValue(), "");
    // Without a word, all of what was chosen.
    await type(visit, "");
    await visit.page.getByLabel("Kind of story").selectOption("analysis");
    await statusOf(visit, "found: 1");
    assert.equal(await headlines(visit), ["Harbour budget"]);
    assert.match(await visit.page.locator(".search-place").innerText(), /^Analysis · News/);
    assert.equal(await visit.faults(), []);
    await visit.close();
  });

  search("shows ten at a time, and goes on by keyboard at the first that is new", async () => {
    const visit = await browser.visit(origin, "/search/?q=tide&sort=date");
    await statusOf(visit, "found: 24");
    assert.is((await headlines(visit)).length, 10);
    await visit.page.getByRole("button", { name: "More results" }).press("Enter");
    await visit.page.locator(".search-result a:focus", { hasText: "Tide table 13" }).waitFor();
    assert.is((await headlines(visit)).length, 20);
    await visit.page.getByRole("button", { name: "More results" }).press("Enter");
    await visit.page.locator(".search-result a:focus", { hasText: "Tide table 3" }).waitFor();
    assert.not(await visit.page.getByRole("button", { name: "More results" }).isVisible());
    assert.equal(await visit.faults(), []);
    await visit.close();
  });

  search("keeps what was asked in its address, also on the way back from a story", async () => {
    const visit = await browser.visit(origin, "/search/");
    await type(visit, "regatta");
    assert.match(visit.page.url(), /\?q=regatta$/);
    await visit.page.getByRole("link", { name: "Regatta" }).click();
    await visit.page.waitForURL(/\/sport\//);
    await visit.page.goBack();
    await statusOf(visit, "found: 1");
    assert.is(await visit.page.getByRole("searchbox").inputValue(), "regatta");
    await visit.close();
  });

  search("searches each language of the paper by itself, in the direction of its script", async () => {
    const french = await browser.visit(origin, "/fr/search/?q=retour");
    await statusOf(french, "Articles trouvés");
    assert.equal(await headlines(french), ["Le bac"]);
    assert.equal(await french.faults(), []);
    await french.close();
    const arabic = await browser.visit(origin, `/ar/search/?q=${encodeURIComponent("العبارة")}`, {
      width: 360,
    });
    await arabic.page.locator(".search-result").waitFor({ timeout: 20_000 });
    assert.equal(await headlines(arabic), ["العبارة"]);
    assert.is(await arabic.page.evaluate("getComputedStyle(document.querySelector('h2')).direction"), "rtl");
    assert.is(await arabic.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), true);
    assert.equal(await arabic.faults(), []);
    await arabic.close();
  });

  search("without scripts says where all stories are, and shows no form that would do nothing", async () => {
    const visit = await browser.visit(origin, "/search/", { script: false });
    assert.not(await visit.page.locator("form").isVisible());
    assert.ok(await visit.page.getByText("needs a browser that runs scripts").isVisible());
    await visit.page.getByRole("link", { name: "All stories by month" }).click();
    assert.match(visit.page.url(), /\/archive\/$/);
    await visit.close();
  });

  search("says so where its indexes cannot be loaded, and can be asked again", async () => {
    const visit = await browser.visit(origin, "/search/");
    const pattern = "**/pagefind.js";
    await visit.page.route(pattern, (route) => route.abort());
    await visit.page.getByRole("searchbox").fill("ferry");
    await statusOf(visit, "could not be loaded");
    await visit.page.unroute(pattern);
    await visit.page.getByRole("searchbox").press("Enter");
    await statusOf(visit, "found: 4");
    await visit.close();
  });

  search.after(async () => {
    await browser.close();
    await close();
  });
}

search.run();

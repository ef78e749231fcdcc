import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { compareTrees, readTexts, readTree } from "./output-tree.ts";
import { gifOf } from "./pictures.ts";
import { copyOf, makeSite, masthead, print, printClean, put, type Site } from "./site.ts";
import { printThroughEleventy } from "./through-eleventy.ts";

type Written = {
  readonly at: string;
  readonly headline: string;
  readonly words?: string;
  readonly more?: string;
};

const file = "articles/storm.md";
const url = "/news/2026/06/storm/";
const front = {
  headline: "The storm",
  section: "news",
  published: "2026-06-10T06:00+01:00",
  genre: "live",
  byline: ["Mary Byrne"],
};

function update({ at, headline, words = `Words of ${headline}.`, more = "" }: Written): string {
  return `{% liveUpdate at: "${at}", headline: "${headline}"${more} %}\n${words}\n{% endliveUpdate %}`;
}

/** So many updates, one a minute from seven o'clock, the newest on top. */
function updates(count: number): string {
  return Array.from({ length: count }, (_, at) => update({ at: timeOf(at), headline: `Update ${at + 1}` }))
    .reverse()
    .join("\n\n");
}

function timeOf(number: number): string {
  return `2026-06-10T0${7 + Math.floor(number / 60)}:${String(number % 60).padStart(2, "0")}`;
}

function blog(body: string, fields: Readonly<Record<string, unknown>> = {}): string {
  return copyOf({ ...front, ...fields }, `What we know.\n\n${body}`);
}

function paperOf(body: string, fields: Readonly<Record<string, unknown>> = {}): Site {
  return makeSite({ "_data/masthead.json": masthead, [file]: blog(body, fields) });
}

function read({ output }: Site, path: string): string {
  return readFileSync(join(output, path.endsWith("/") ? `${path}index.html` : path), "utf8");
}

const idsIn = (html: string) => Array.from(html.matchAll(/id="update-([^"]+?)"/g), ([, id]) => id);
const numbersIn = (html: string) => idsIn(html).map((id) => Number(/update-(\d+)$/.exec(id ?? "")?.[1]));
const count = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at);

const pages = suite("pages of a live blog");

pages("show the newest 20 under the introduction, and all of them on pages from the oldest on", async () => {
  const site = paperOf(updates(45));
  await print(site);
  const main = read(site, url);
  assert.match(main, /<p>What we know\.<\/p>/);
  assert.equal(numbersIn(main), count(45, 26));
  assert.match(main, /<a rel="prev" href="\/news\/2026\/06\/storm\/updates\/2\/">Older updates<\/a>/);
  assert.match(main, /<a href="\/news\/2026\/06\/storm\/updates\/3\/#update-20260610-0744-update-45">/);
  assert.equal(numbersIn(read(site, `${url}updates/1/`)), count(20, 1));
  assert.equal(numbersIn(read(site, `${url}updates/2/`)), count(40, 21));
  const last = read(site, `${url}updates/3/`);
  assert.equal(numbersIn(last), count(45, 41));
  assert.match(last, /<a rel="next" href="\/news\/2026\/06\/storm\/">The newest updates<\/a>/);
  assert.match(
    last,
    /<link rel="canonical" href="https:\/\/test\.example\/news\/2026\/06\/storm\/updates\/3\/">/,
  );
  assert.not(existsSync(join(site.output, url, "updates/4")));
  const middle = read(site, `${url}updates/2/`);
  assert.match(middle, /rel="next" href="\/news\/2026\/06\/storm\/updates\/3\/">Newer updates</);
  assert.match(middle, /rel="prev" href="\/news\/2026\/06\/storm\/updates\/1\/">Older updates</);
  for (const name of ["sitemap.xml", "sitemaps/2026-06.xml", "sitemaps/news.xml", "sitemaps/fronts.xml"])
    assert.not.match(read(site, name), /updates/);
});

pages("pins one update, and lists the key points with the way to each", async () => {
  const pinned = update({
    at: "2026-06-10T06:30",
    headline: "Stay at home",
    more: ", pinned: true, key: true",
  });
  const key = update({ at: "2026-06-10T09:00", headline: "The wall is down", more: ", key: true" });
  const site = paperOf([key, updates(25), pinned].join("\n\n"));
  await print(site);
  const main = read(site, url);
  const points = Array.from(
    main.matchAll(/<\/time> <a href="([^"]+)">([^<]+)<\/a><\/li>/g),
    ([, to, name]) => [to, name],
  );
  assert.equal(points, [
    [`${url}#update-20260610-0900-the-wall-is-down`, "The wall is down"],
    [`${url}#update-20260610-0630-stay-at-home`, "Stay at home"],
  ]);
  assert.match(
    main,
    /live-pinned">\n<p class="label">Pinned<\/p>\n<article class="live-update live-update-key" id="update-20260610-0630-stay-at-home">/,
  );
  assert.is(idsIn(main).length, 21, "the pinned one and the newest 20");
  assert.is(idsIn(read(site, `${url}updates/1/`)).length, 20);
});

pages("show a pinned update that is among the newest once", async () => {
  const pinned = update({ at: "2026-06-10T09:30", headline: "Stay", more: ", pinned: true" });
  const site = paperOf([pinned, updates(25)].join("\n\n"));
  await print(site);
  const ids = idsIn(read(site, url));
  assert.is(ids.length, 20);
  assert.is(new Set(ids).size, 20);
});

pages("say nothing of updates where there are none yet", async () => {
  const site = paperOf("");
  await print(site);
  const main = read(site, url);
  assert.match(main, /<p class="empty">No updates yet\.<\/p>/);
  assert.not.match(main, /Key points|Older updates/);
  assert.not(existsSync(join(site.output, url, "updates")));
  assert.equal(JSON.parse(read(site, `${url}updates.json`)).updates, []);
});

pages("go with their article", async () => {
  const site = paperOf(updates(21));
  await print(site);
  for (const fields of [{ standing: "killed" }, { standing: "held" }, { embargoedUntil: "2026-06-11" }]) {
    put(site, { [file]: blog(updates(21), fields) });
    await print(site);
    // Of one that was killed, a notice stands at its address.
    const left = existsSync(join(site.output, url)) ? readdirSync(join(site.output, url)) : [];
    assert.equal(left, fields.standing === "killed" ? ["index.html"] : [], JSON.stringify(fields));
    put(site, { [file]: blog(updates(21)) });
    await print(site);
    assert.ok(existsSync(join(site.output, url, "updates/2/index.html")));
  }
});

pages("are numbered on as updates come: a full page with one after it stays as it is", async () => {
  const site = paperOf(updates(41));
  await print(site);
  const before = ["updates/1/", "updates/2/"].map((page) => read(site, url + page));
  put(site, { [file]: blog(updates(59)) });
  await print(site);
  assert.equal(
    ["updates/1/", "updates/2/"].map((page) => read(site, url + page)),
    before,
  );
});

pages("name who wrote an update, with a front where the article's byline has them", async () => {
  const site = paperOf(
    [
      update({ at: "2026-06-10T08:00", headline: "One", more: ', byline: "mary-byrne"' }),
      update({ at: "2026-06-10T09:00", headline: "Two", more: ', byline: "A stranger"' }),
    ].join("\n\n"),
  );
  await print(site);
  const main = read(site, url);
  assert.match(main, /<p class="live-update-byline"><a href="\/by\/mary-byrne\/">Mary Byrne<\/a><\/p>/);
  assert.match(main, /<p class="live-update-byline">A stranger<\/p>/);
});

pages("are those of one document: each heading under its update's, each id once", async () => {
  const words = "## Wind\n\nStrong.\n\n## Wind\n\nStronger.";
  const site = paperOf(
    ["08:00", "09:00"].map((at) => update({ at: `2026-06-10T${at}`, headline: at, words })).join("\n\n"),
  );
  await print(site);
  const main = read(site, url);
  const ids = Array.from(main.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  assert.is(new Set(ids).size, ids.length);
  assert.is(main.match(/<h3 id="update-20260610-0800-08-00--wind(?:-2)?">Wind<\/h3>/g)?.length, 2);
});

pages("escape what an update says of itself", async () => {
  const evil = "<script>alert(1)</script>";
  const more = `, byline: "${evil}", key: true, pinned: true, id: "${evil}"`;
  const site = paperOf(update({ at: "2026-06-10T08:00", headline: evil, words: evil, more }));
  await print(site, { hold: true });
  for (const path of [url, `${url}updates/1/`, `${url}updates.json`]) {
    const text = read(site, path);
    assert.not.match(path.endsWith("json") ? JSON.parse(text).updates[0].html : text, /<script>alert/);
    assert.match(text, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  }
});

pages.run();

const order = suite("order and ids of updates");

async function idsOf(body: string): Promise<(string | undefined)[]> {
  const site = paperOf(body);
  await print(site);
  return idsIn(read(site, url));
}

order("follows their times, wherever they stand in the copy", async () => {
  const [a, b, c] = ["07:00", "08:00", "09:00"].map((at) =>
    update({ at: `2026-06-10T${at}`, headline: "X" }),
  );
  assert.equal(await idsOf(`${b}\n\n${c}\n\n${a}`), [
    "20260610-0900-x",
    "20260610-0800-x",
    "20260610-0700-x",
  ]);
});

order("of two at one time is that of the copy, whichever way it runs", async () => {
  const at = "2026-06-10T08:00";
  const [first, second] = ["First", "Second"].map((headline) => update({ at, headline }));
  const early = update({ at: "2026-06-10T07:00", headline: "Early" });
  const expected = ["20260610-0800-second", "20260610-0800-first", "20260610-0700-early"];
  assert.equal(await idsOf([second, first, early].join("\n\n")), expected);
  assert.equal(await idsOf([early, first, second].join("\n\n")), expected);
});

order("knows an update by its time and headline, or by its own id, and tells twins apart", async () => {
  const twin = update({
    at: "2026-06-10T08:00",
    headline: "The boat’s in: all ashore, and the pier is open again to everybody",
  });
  const own = update({ at: "2026-06-10T09:00", headline: "Y", more: ', id: "docked"' });
  const stem = "20260610-0800-the-boats-in-all-ashore-and-the-pier-is-open";
  assert.equal(await idsOf([own, twin, twin].join("\n\n")), ["docked", `${stem}-2`, stem]);
});

order("takes the masthead's zone where a time has none", async () => {
  const ids = await idsOf(
    [
      update({ at: "2026-06-10T09:00+02:00", headline: "East" }),
      update({ at: "2026-06-10T08:30", headline: "Here" }),
    ].join("\n\n"),
  );
  assert.equal(ids, ["20260610-0830-here", "20260610-0800-east"]);
});

order.run();

const time = suite("time of a live blog");
const later = "2026-06-10T14:30";

time("shows an update from its moment on, and nothing of it before", async () => {
  const secret = update({
    at: later,
    headline: "The secret",
    words: '![The pier](/media/secret.gif) Hush. [The plan](/media/secret.pdf) {% relatedLink "other" %}',
    more: ", key: true, pinned: true",
  });
  const site = paperOf([secret, updates(20)].join("\n\n"), { standfirst: "Follow it here." });
  put(site, { "media/secret.gif": gifOf(8, 20), "media/secret.pdf": "a plan" });
  const { nextDue } = await print(site);
  assert.equal(nextDue, {
    at: "2026-06-10T14:30:00+01:00",
    why: "an update of a live blog becomes public",
  });
  const tree = readTree(site.output);
  const listTraces = () =>
    [...readTexts(site.output)].flatMap(([name, text]) => (/secret|Hush/.test(name + text) ? [name] : []));
  assert.equal(listTraces(), []);
  await print(site, { now: `${later}+01:00` });
  assert.ok(listTraces().length > 2);
  assert.match(read(site, url), /live-pinned">[\s\S]*The secret[\s\S]*Hush/);
  assert.match(read(site, `${url}updates/2/`), /The secret/);
  for (const file of ["gif", "pdf"]) assert.ok(existsSync(join(site.output, `media/secret.${file}`)));
  await print(site);
  assert.equal(
    compareTrees(readTree(site.output), tree).filter((line) => !line.includes(".broadsheet/")),
    [],
  );
});

time("ends a blog when its coverage does, without an edit", async () => {
  const site = paperOf(updates(3), { coverageEndsAt: "2026-06-10T22:00" });
  put(site, {
    "articles/other.md": copyOf({ headline: "Other", published: "2026-06-01" }, '{% article "storm" %}'),
  });
  const { nextDue } = await print(site);
  assert.equal(nextDue, { at: "2026-06-10T22:00:00+01:00", why: "the coverage of a live blog ends" });
  const other = "/news/2026/06/other/";
  assert.match(
    read(site, url),
    /<p class="label">Live<\/p>[\s\S]*data-live=[\s\S]*<script type="module" src="\/assets\/live-\w+\.js" integrity=/,
  );
  assert.match(read(site, other), /<p class="label">Live<\/p>/);
  const before = numbersIn(read(site, url));
  const now = "2026-06-10T22:00+01:00";
  await print(site, { now });
  const over = read(site, url);
  assert.match(over, /<p class="label">As it happened<\/p>[\s\S]*This coverage has ended\./);
  assert.not.match(over, /data-live|assets\/live-|>Live</);
  assert.equal(numbersIn(over), before);
  assert.match(read(site, "/"), /As it happened/);
  assert.match(read(site, other), /As it happened/);
  assert.is(JSON.parse(read(site, `${url}updates.json`)).isLive, false);
  const clean = await printClean(site, { now });
  assert.equal(compareTrees(readTree(site.output), readTree(clean)), []);
});

time("says that a blog with a kicker is live, since the label does not", async () => {
  const site = paperOf(updates(1), { kicker: "The storm" });
  await print(site);
  assert.match(read(site, url), /<p class="label">The storm<\/p>[\s\S]*<p class="live-status">Live<\/p>/);
});

time.run();

const json = suite("updates.json");

json("holds the newest 20, each with its HTML, every address absolute", async () => {
  const newest = update({
    at: "2026-06-10T09:00",
    headline: "A & B",
    words: "[There](/archive/).",
    more: ", key: true",
  });
  const site = paperOf([newest, updates(30)].join("\n\n"));
  await print(site);
  const { updates: found, ...said } = JSON.parse(read(site, `${url}updates.json`));
  const address = `https://test.example${url}`;
  assert.equal(said, {
    headline: "The storm",
    url: address,
    isLive: true,
    changedAt: "2026-06-10T09:00:00+01:00",
  });
  assert.is(found.length, 20);
  const { html, ...first } = found[0];
  assert.equal(first, {
    id: "20260610-0900-a-and-b",
    at: "2026-06-10T09:00:00+01:00",
    headline: "A & B",
    url: `${address}updates/2/#update-20260610-0900-a-and-b`,
    key: true,
    pinned: false,
  });
  assert.match(html, /^<article class="live-update live-update-key" id="update-20260610-0900-a-and-b">/);
  assert.match(html, /<h2 class="live-update-headline">A &amp; B<\/h2>/);
  assert.match(html, /<a href="https:\/\/test\.example\/archive\/">There<\/a>/);
  assert.not.match(html, /href="\//);
});

json.run();

const graph = suite("graph of a live blog");

type Graph = { readonly "@graph": readonly Readonly<Record<string, unknown>>[] };
function graphIn(html: string): Graph["@graph"] {
  const [, text = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  return (JSON.parse(text) as Graph)["@graph"];
}

graph("is a LiveBlogPosting with the updates that the page shows", async () => {
  const words = "Two paragraphs.\n\nWith *marks*.";
  const site = paperOf(
    [
      update({ at: "2026-06-10T09:00", headline: "Newest", words, more: ', byline: "Zoe"' }),
      updates(21),
    ].join("\n\n"),
    { coverageStartsAt: "2026-06-10T07:00", coverageEndsAt: "2026-06-10T23:00" },
  );
  await print(site);
  const blogNode = graphIn(read(site, url)).find((node) => node["@type"] === "LiveBlogPosting") ?? {};
  const { headline, coverageStartTime, coverageEndTime, datePublished, dateModified, liveBlogUpdate } =
    blogNode;
  assert.equal(
    { headline, coverageStartTime, coverageEndTime, datePublished, dateModified },
    {
      headline: "The storm",
      coverageStartTime: "2026-06-10T07:00:00+01:00",
      coverageEndTime: "2026-06-10T23:00:00+01:00",
      datePublished: "2026-06-10T06:00:00+01:00",
      dateModified: "2026-06-10T09:00:00+01:00",
    },
  );
  const posts = liveBlogUpdate as readonly unknown[];
  assert.is(posts.length, 20);
  const permalink = `https://test.example${url}updates/2/#update-20260610-0900-newest`;
  assert.equal(posts[0], {
    "@type": "BlogPosting",
    "@id": permalink,
    url: permalink,
    headline: "Newest",
    datePublished: "2026-06-10T09:00:00+01:00",
    articleBody: "Two paragraphs.\nWith marks.",
    author: [{ "@type": "Person", name: "Zoe" }],
  });
  const [{ isPartOf, hasPart } = {}] = graphIn(read(site, `${url}updates/2/`));
  assert.is(isPartOf, `https://test.example${url}`);
  assert.equal((hasPart as readonly unknown[])[0], posts[0]);
});

graph.run();

const elsewhere = suite("a live blog elsewhere");

elsewhere("is its introduction and its newest 20 updates in full feeds", async () => {
  const site = paperOf(updates(25));
  await printThroughEleventy(site, { feeds: "full" });
  const [item] = JSON.parse(read(site, "/feed.json")).items;
  assert.match(item.content_html, /^<p>What we know\.<\/p>/);
  assert.equal(numbersIn(item.content_html), count(25, 6));
});

elsewhere("with liveUpdate in an article of another genre prints it in place, and says so", async () => {
  const site = paperOf(`${update({ at: "2026-06-10T08:00", headline: "In place" })}\n\nThe end.`, {
    genre: "report",
  });
  const { problems } = await print(site);
  assert.equal(
    problems.map(({ rule }) => rule).filter((rule) => rule.startsWith("live")),
    ["live-genre"],
  );
  assert.match(
    read(site, url),
    /What we know\.<\/p>\n<article class="live-update">\n<p class="live-update-time"><time datetime="2026-06-10T08:00:00\+01:00">June 10, 2026 at 8:00\sAM<\/time><\/p>[\s\S]*In place[\s\S]*The end\./,
  );
  assert.not(existsSync(join(site.output, url, "updates.json")));
});

elsewhere.run();

const cost = suite("what an update costs");

/** The paths that an edition of a blog of 1,000 updates prints after a change of it. */
async function printedBy(site: Site, body: string, fields: Readonly<Record<string, unknown>> = {}) {
  put(site, { [file]: blog(body, fields) });
  const { printed } = await print(site);
  const clean = await printClean(site);
  assert.equal(compareTrees(readTree(site.output), readTree(clean)), []);
  // What is searched are its words: a month's index, in each case.
  return printed.filter((path) => !path.startsWith("/search/")).sort();
}

function thousand(
  change: (number: number, made: Written) => Written = (_, made) => made,
  all = 1000,
): string {
  return Array.from({ length: all }, (_, at) => {
    const moment = new Date(Date.UTC(2026, 5, 10, 6) + at * 10_000).toISOString();
    return update(change(at + 1, { at: moment, headline: `Update ${at + 1}` }));
  })
    .reverse()
    .join("\n\n");
}

const big = paperOf(thousand());

cost(
  "of 1,000, one more prints its article's page, its own, the one before it and the file for the script",
  async () => {
    await print(big);
    assert.equal(await printedBy(big, thousand(undefined, 1001)), [
      url,
      `${url}updates.json`,
      `${url}updates/50/`,
      `${url}updates/51/`,
    ]);
    assert.equal(await printedBy(big, thousand(undefined, 1002)), [
      url,
      `${url}updates.json`,
      `${url}updates/51/`,
    ]);
  },
);

cost("an old one that is edited prints its page alone", async () => {
  const body = thousand((number, made) => (number === 30 ? { ...made, words: "Corrected." } : made), 1002);
  assert.equal(await printedBy(big, body), [`${url}updates/2/`]);
});

cost("one that is pinned prints the article's page alone", async () => {
  const body = thousand(
    (number, made) => (number === 30 ? { ...made, words: "Corrected.", more: ", pinned: true" } : made),
    1002,
  );
  assert.equal(await printedBy(big, body), [url]);
});

cost.run();

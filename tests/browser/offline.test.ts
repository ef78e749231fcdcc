import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hasTool, tools } from "../debian-tools.ts";
import { gifOf } from "../pictures.ts";
import { put } from "../site.ts";
import { openBrowser, type Visit } from "./browser.ts";
import { bridge, ferry, type HostedPaper, hostPaper, mount, story } from "./small-paper.ts";

const browser = hasTool(tools.chromium, "reading without a network") ? await openBrowser() : undefined;
const withText = await hostPaper({ "service-worker": true, "text-front": true, "text-article": true });
const withoutText = await hostPaper({ "service-worker": true });

/** Opens the paper's home front as somebody who was never there, and waits until the service worker does its work. */
async function read(paper: HostedPaper, path: string, act: (visit: Visit) => Promise<void>): Promise<void> {
  if (!browser) return;
  const visit = await browser.visit(paper.origin, path, { serviceWorkers: true });
  try {
    await visit.page.evaluate("navigator.serviceWorker.ready.then(() => {})");
    await visit.until("navigator.serviceWorker.controller?.state === 'activated'");
    await visit.until(`caches.match(${JSON.stringify(path)})`);
    await act(visit);
  } finally {
    await visit.close();
  }
}

/** Paths that a cache of the paper's holds, in order. */
async function listKept({ page }: Visit, shelf: string): Promise<string[]> {
  const name = `broadsheet ${mount} 1 ${shelf}`;
  return (await page.evaluate(
    `caches.open(${JSON.stringify(name)}).then((cache) => cache.keys()).then((kept) => kept.map(({ url }) => new URL(url).pathname))`,
  )) as string[];
}

/** Waits until a cache holds a path. What a page showed is kept after it was shown. */
async function untilKept({ until }: Visit, path: string): Promise<void> {
  await until(`caches.match(${JSON.stringify(path)})`);
}

const bannerOf = ({ page }: Visit) => page.locator("aside.offline");
const headingOf = async ({ page }: Visit) => (await page.locator("h1").first().textContent())?.trim();

const offline = suite("reading without a network");
offline("shows what was read, with the theme's files, under a line that says from when it is", () =>
  read(withText, mount, async (visit) => {
    const { page, context, go } = visit;
    await go(ferry);
    await untilKept(visit, ferry);
    assert.is(await bannerOf(visit).count(), 0);
    assert.equal(
      (await visit.faults()).filter((fault) => !fault.startsWith("layout shift of 0.00")),
      [],
    );
    await context.setOffline(true);
    await page.reload();
    assert.is(await headingOf(visit), "Ferry & boat");
    assert.match(
      (await bannerOf(visit).textContent()) ?? "",
      /^You are offline; this page is from \d{1,2} \w+ \d{4} at \d\d:\d\d\. Stories kept on this device$/,
    );
    assert.is(
      await page.evaluate("getComputedStyle(document.querySelector('.settings')).display"),
      "block",
      "the stylesheet and the scripts are there",
    );
    await page.getByRole("button", { name: "Save for later" }).click();
    assert.is(await page.locator("[data-tool=save]").getAttribute("aria-pressed"), "true");
    const response = await go(mount);
    assert.is(await page.locator("body > :first-child").getAttribute("class"), "skip-link");
    assert.is(await bannerOf(visit).count(), 1);
    assert.match(response?.headers()["content-security-policy"] ?? "", "default-src 'none'");
  }),
);
offline("keeps the story that somebody came by, and lists what is kept in the language of the page", () =>
  read(withText, ferry, async (visit) => {
    const { page, context, go } = visit;
    await go(`${mount}ar/news/2026/06/abbara/`);
    await untilKept(visit, `${mount}ar/news/2026/06/abbara/`);
    await context.setOffline(true);
    for (const home of [mount, `${mount}ar/`]) {
      await go(`${home}offline/`);
      assert.is(await bannerOf(visit).count(), 0);
      await page.locator(".kept-stories li a").first().waitFor();
      assert.equal(await page.locator(".kept-stories li a").allTextContents(), ["العبّارة", "Ferry & boat"]);
    }
    assert.is(await headingOf(visit), "مقالات محفوظة على هذا الجهاز");
    await page.getByText("Ferry & boat").click();
    await bannerOf(visit).waitFor();
    assert.is(new URL(page.url()).pathname, ferry);
    await go(`${mount}ar/news/2026/06/abbara/`);
    assert.match((await bannerOf(visit).textContent()) ?? "", /^أنت غير متصل؛/);
    assert.is(await bannerOf(visit).getAttribute("dir"), "rtl");
  }),
);
offline("shows the text edition's front for a page that is not kept, else the list of stories", async () => {
  await read(withText, mount, async (visit) => {
    await visit.context.setOffline(true);
    await visit.go(bridge);
    assert.is(await headingOf(visit), "The Test");
    assert.is(await visit.page.getByRole("link", { name: "The bridge" }).count(), 1);
    assert.is(
      await visit.page.evaluate("getComputedStyle(document.body).maxWidth"),
      "640px",
      "its style is there",
    );
    assert.match(
      (await bannerOf(visit).textContent()) ?? "",
      /^You are offline, and the page you asked for is not kept on this device\. Here is another, from \d/,
    );
    await visit.go(`${mount}ar/news/`);
    assert.match((await bannerOf(visit).textContent()) ?? "", /^أنت غير متصل، والصفحة المطلوبة غير محفوظة/);
  });
  await read(withoutText, mount, async (visit) => {
    await visit.context.setOffline(true);
    await visit.go(bridge);
    assert.is(await headingOf(visit), "Stories kept on this device");
    assert.is(await visit.page.getByText("No story is kept here yet.").isVisible(), true);
  });
});
offline("asks the network first: a story that changed is read as it is now", async () => {
  const paper = withoutText;
  await read(paper, mount, async (visit) => {
    await visit.go(ferry);
    await untilKept(visit, ferry);
    put(paper.site, { "articles/ferry.md": story("The ferry sank", "2026-06-10T11:48:00Z") });
    await paper.print();
    await visit.page.reload();
    assert.is(await headingOf(visit), "The ferry sank");
    await visit.until(
      `caches.match(${JSON.stringify(ferry)}).then((page) => page.text()).then((html) => html.includes("sank"))`,
    );
    put(paper.site, { "articles/ferry.md": undefined });
    await paper.print();
    await visit.go(ferry);
    await visit.until(`caches.match(${JSON.stringify(ferry)}).then((page) => !page)`);
    await visit.context.setOffline(true);
    await visit.go(ferry);
    assert.is(await headingOf(visit), "Stories kept on this device", "a story that went is not kept");
  });
});
for (const control of ["no-store", "max-age=60, Private"])
  offline(`keeps no page that comes with ${control}, nor what was kept of it before`, () =>
    read(withText, bridge, async (visit) => {
      await visit.context.route(`**${bridge}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "cache-control": control } });
      });
      await visit.go(bridge);
      // What is read next is kept after it.
      await visit.go(ferry);
      await untilKept(visit, ferry);
      assert.equal(await listKept(visit, "articles"), [ferry]);
    }),
  );
offline("keeps neither errors, nor other answers than pages and their files, nor what is new each time", () =>
  read(withText, mount, async (visit) => {
    const { page, go } = visit;
    const storm = `${mount}news/2026/06/storm/`;
    await go(`${mount}nothing/`);
    await go(storm);
    await page.evaluate(`fetch(${JSON.stringify(`${storm}updates.json`)}).then((answer) => answer.text())`);
    await page.evaluate(
      `fetch(${JSON.stringify(mount)}, { method: "POST" }).then((answer) => answer.text())`,
    );
    await page.evaluate("fetch('/favicon.ico').then((answer) => answer.text())");
    await untilKept(visit, storm);
    const kept = await Promise.all(
      ["articles", "fronts", "standIns", "assets", "pictures"].map((shelf) => listKept(visit, shelf)),
    );
    const [articles, fronts, standIns, assets] = kept;
    assert.equal(articles, [storm]);
    assert.equal(fronts, [mount]);
    assert.equal(standIns?.sort(), [
      `${mount}ar/lite/`,
      `${mount}ar/offline/`,
      `${mount}lite/`,
      `${mount}offline/`,
    ]);
    assert.ok(
      assets?.every((path) => /^\/paper\/assets\/[\w-]+-[0-9a-f]{10}\.(css|js|woff2)$/.test(path)),
      assets?.join(),
    );
    assert.is(
      kept.flat().some((path) => !path.startsWith(mount)),
      false,
    );
  }),
);
offline("asks again for a picture whose name does not say what is in it, whatever its name is", () =>
  read(withText, mount, async (visit) => {
    const { page, context } = visit;
    const name = "media/chart-2026061012.gif";
    const show = (wide: number) => {
      mkdirSync(join(withText.site.output, "media"), { recursive: true });
      writeFileSync(join(withText.site.output, name), gifOf(wide, 1));
      return widthOf();
    };
    const widthOf = () =>
      page.evaluate(
        `new Promise((done) => { const picture = new Image(); picture.onload = () => done(picture.naturalWidth); picture.onerror = () => done(0); picture.src = "${mount}${name}?" + Math.random(); })`,
      );
    assert.equal([await show(1), await show(2)], [1, 2]);
    await untilKept(visit, `${mount}${name}`);
    await context.setOffline(true);
    assert.is(await widthOf(), 2);
  }),
);
offline("keeps so many stories, those that were read last", () =>
  read(withText, mount, async (visit) => {
    const { page } = visit;
    await page.evaluate(`
      const html = '<meta property="og:type" content="article">';
      caches.open("broadsheet ${mount} 1 articles").then(async (cache) => {
        for (let number = 0; number < 55; number++)
          await cache.put("${mount}story-" + number + "/", new Response(html, { headers: { "content-type": "text/html" } }));
      })`);
    await visit.go(ferry);
    await untilKept(visit, ferry);
    await visit.until(
      `caches.open("broadsheet ${mount} 1 articles").then((cache) => cache.keys()).then(({ length }) => length === 50)`,
    );
    const kept = await listKept(visit, "articles");
    assert.equal([kept[0], kept.at(-1)], [`${mount}story-6/`, ferry]);
  }),
);
offline("removes what an older form of it kept, and nothing of anybody else", () =>
  read(withText, mount, async (visit) => {
    const { page } = visit;
    const caches = () => page.evaluate("caches.keys()") as Promise<string[]>;
    await page.evaluate(
      `Promise.all(["broadsheet ${mount} 0 articles", "broadsheet ${mount}other/ 0 articles", "own"].map((name) => caches.open(name)))`,
    );
    // Another worker takes the place of this one.
    await page.evaluate(
      `navigator.serviceWorker.register("${mount}sw.js?again").then(() => new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true })))`,
    );
    await visit.until(`caches.has("broadsheet ${mount} 0 articles").then((isThere) => !isThere)`);
    const left = await caches();
    assert.ok(left.includes("own") && left.includes(`broadsheet ${mount}other/ 0 articles`), left.join());
  }),
);
offline.after(async () => {
  await browser?.close();
  await withText.close();
  await withoutText.close();
});
offline.run();

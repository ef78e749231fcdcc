import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import {
  type Browser,
  type BrowserContext,
  chromium as driver,
  type Page,
  type Response,
} from "playwright-core";
import { someAtATime } from "../../src/kit/some-at-a-time.ts";
import { chromium } from "../debian-tools.ts";

/**
 * Chromium, and what it must not say. In a test file:
 *
 * ```ts
 * const isThere = hasTool(tools.chromium, "the reader scripts");   // Fails, or says so, where it is not.
 * const browser = await openBrowser();
 * const site = await hostSite((await printSampleSite()).folder);   // Or a small one's: `hostSite(makeSite(…).output)`.
 * const visit = await browser.visit(site.origin, "/news/", { width: 360, colours: "dark" });
 * await visit.page.click("summary");                               // All that Playwright can.
 * assert.equal(await visit.faults(), []);
 * await visit.close();
 * ```
 *
 * Code that runs in the page is given as text, `page.evaluate("document.title")`: what tsx makes of a function does not
 * run there.
 */
export type OpenBrowser = {
  /** Opens a page of a site, which has loaded then, fonts and all, as a reader would see it who was never there. */
  readonly visit: (origin: string, path: string, look?: Look) => Promise<Visit>;
  readonly close: () => Promise<void>;
};

/** How a reader looks at a page. */
export type Look = {
  /** In CSS pixels; 1280 × 800 without it. */
  readonly width?: number;
  readonly height?: number;
  readonly colours?: "light" | "dark";
  /** Whether scripts run; they do without it. */
  readonly script?: boolean;
  readonly motion?: "reduce" | "no-preference";
  readonly contrast?: "more" | "no-preference";
  readonly forcedColours?: boolean;
  /** The moment that the page's clock stands at. */
  readonly now?: string;
  /** Physical pixels in a CSS pixel. */
  readonly density?: number;
  /** Whether service workers may be; they are blocked without it. */
  readonly serviceWorkers?: boolean;
};

/** A page that is watched. */
export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Goes to another path of the site. */
  readonly go: (path: string) => Promise<Response | null>;
  /**
   * Waits until an expression is true in the page. Playwright's own `waitForFunction` evaluates text within the page each
   * time but the first, which the policy of our pages refuses.
   */
  readonly until: (expression: string) => Promise<void>;
  /** Scrolls to the end of the page and back, and waits for the pictures that this brings. */
  readonly scrollThrough: () => Promise<void>;
  /**
   * What was wrong since the last time that this was asked, a line each: what the console said, errors, what the policy
   * refused, requests that failed or went to another host, what moved by itself.
   */
  readonly faults: () => Promise<string[]>;
  readonly close: () => Promise<void>;
};

const inPage = (name: string) => join(import.meta.dirname, "in-page", name);
const scroll = readFileSync(inPage("scroll.js"), "utf8");

/** What a page may take for anything, in milliseconds: where tests run, much else may run too. */
const longest = 120_000;

/** What moved is told after the frame that shows it. */
const framesLater =
  "new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(told))))";

/** Opens a browser that reaches no other host. Whether Chromium is there, `hasTool(tools.chromium, …)` says. */
export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await driver.launch({
    executablePath: chromium,
    args: [
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--font-render-hinting=none",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
  return {
    visit: (origin, path, look = {}) => visit(browser, origin, path, look),
    close: () => browser.close(),
  };
}

async function visit(browser: Browser, origin: string, path: string, look: Look): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.colours ?? "light",
    javaScriptEnabled: look.script ?? true,
    reducedMotion: look.motion ?? "no-preference",
    contrast: look.contrast ?? "no-preference",
    forcedColors: look.forcedColours ? "active" : "none",
    deviceScaleFactor: look.density ?? 1,
    serviceWorkers: look.serviceWorkers ? "allow" : "block",
    locale: "en-IE",
    timezoneId: "Europe/Dublin",
  });
  const runs = look.script ?? true;
  const found: string[] = [];
  await context.exposeFunction("tellFault", (fault: string) => found.push(fault));
  await context.addInitScript({ path: inPage("watch.js") });
  context.setDefaultNavigationTimeout(longest);
  const page = await context.newPage();
  if (look.now !== undefined) await page.clock.setFixedTime(look.now);
  listen(page, context, origin, found);
  const go = async (to: string) => {
    const response = await page.goto(origin + to, { waitUntil: "load" });
    if (runs) await page.evaluate("document.fonts.ready.then(() => {})");
    return response;
  };
  const faults = async () => {
    if (runs) await page.evaluate(framesLater);
    return found.splice(0);
  };
  const until = async (expression: string) => {
    const end = performance.now() + longest;
    while (!(await page.evaluate(`Promise.resolve(${expression}).then(Boolean)`))) {
      if (performance.now() > end) throw new Error(`This did not become true in the page: ${expression}`);
      await setTimeout(20);
    }
  };
  // Without scripts the browser loads all pictures at once.
  const scrollThrough = async () => {
    if (runs) await page.evaluate(scroll);
  };
  await go(path);
  return { page, context, go, until, scrollThrough, faults, close: () => context.close() };
}

function listen(page: Page, context: BrowserContext, origin: string, found: string[]): void {
  page.on("console", (message) => {
    // The driver says so itself where it blocks them.
    if (message.text() !== "Service Worker registration blocked by Playwright")
      found.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin)
      found.push(`request to another host: ${url.href}`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A page that is left gives up what it still waited for; a player, what it has enough of.
    if (why !== "net::ERR_ABORTED") found.push(`request failed: ${request.url()} ${why}`);
  });
  context.on("response", (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) found.push(`${response.status()}: ${response.url()}`);
  });
}

/** Does something with each of several things, so many at a time, and gives what came of them in their order. */
export function inParallel<Thing, Made>(
  things: readonly Thing[],
  work: (thing: Thing, index: number) => Promise<Made>,
  abreast = 4,
): Promise<Made[]> {
  return someAtATime(things, abreast, work);
}

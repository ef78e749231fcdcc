/**
 * `npm run readme-pictures`: takes the pictures that the README shows, of the sample newsroom: its home page, a story, and
 * what each setting of the theme does.
 */
import { join } from "node:path";
import sharp from "sharp";
import type { Looks } from "../../src/article/masthead.ts";
import { renderLooks } from "../../src/press/looks-rules.ts";
import { themeFolder } from "../../src/press/setup.ts";
import { openTheme } from "../../src/press/theme.ts";
import { type Look, openBrowser, type Visit } from "./browser.ts";
import { still } from "./page-pictures.ts";
import { printSampleSite } from "./sample-site.ts";
import { hostSite } from "./site-host.ts";

const story = "/opinion/2026/09/leave-the-dark-alone/";
const folder = join(import.meta.dirname, "readme");
const theme = openTheme([themeFolder]);

/** A picture of the README: what is looked at, how, and with which settings in place of the sample's. */
type Shot = { readonly path: string; readonly look: Look; readonly looks?: Looks; readonly from?: number };

const wide = { width: 1280, height: 900, density: 1.25 } as const;
const phone = { width: 390, height: 900, density: 1.25 } as const;
const detail = { width: 820, height: 460, density: 1 } as const;

const pictures: Readonly<Record<string, readonly Shot[]>> = {
  home: [
    { path: "/", look: wide },
    { path: "/", look: { ...phone, colours: "dark" } },
  ],
  story: [
    { path: story, look: wide },
    { path: story, look: { ...phone, colours: "dark" }, from: 420 },
  ],
  accent: [{ path: "/council/", look: detail, looks: { accent: "#0a6b5c" } }],
  fonts: [{ path: "/council/", look: detail, looks: { fonts: "system" } }],
  compact: [{ path: "/", look: detail, looks: { density: "compact" }, from: 700 }],
  airy: [{ path: "/", look: detail, looks: { density: "airy" }, from: 700 }],
  "drop-cap": [{ path: story, look: detail, looks: { dropCap: true }, from: 640 }],
  wordmark: [{ path: "/council/", look: detail, looks: { wordmark: markOf("The Packet") } }],
};

/** What a publisher's own picture of the name may be: an `svg` element. */
function markOf(name: string): string {
  return `<svg role="img" aria-label="${name}" width="460" height="84" viewBox="0 0 460 84" style="margin:auto"><rect width="460" height="84" fill="#12355b"/><text x="230" y="60" text-anchor="middle" textLength="400" font-family="Broadsheet Sans" font-weight="700" font-size="52" fill="#fff">${name.toUpperCase()}</text></svg>`;
}

const { folder: output } = await printSampleSite();
const host = await hostSite(output);
const browser = await openBrowser();
for (const [name, shots] of Object.entries(pictures)) {
  const taken: Buffer[] = [];
  for (const shot of shots) taken.push(await take(shot));
  await writeBeside(taken, join(folder, `${name}.webp`));
  console.log(name);
}
await browser.close();
await host.close();

async function take({ path, look, looks, from = 0 }: Shot): Promise<Buffer> {
  const visit = await browser.visit(host.origin, path, { ...still, ...look });
  // The first visit may have to do without fonts.
  await visit.page.reload();
  if (looks) await dress(visit, looks);
  await visit.scrollThrough();
  await visit.page.evaluate(`scrollTo(0, ${from})`);
  const picture = await visit.page.screenshot();
  await visit.close();
  return picture;
}

/** The page as it would be printed under other settings, which are rules at the stylesheet's end and a picture. */
async function dress({ page, context }: Visit, looks: Looks): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  const content = renderLooks(looks, theme);
  if (content) await page.addStyleTag({ content });
  if (looks.wordmark !== undefined)
    await page.evaluate(
      `document.querySelector(".masthead-name a").innerHTML = ${JSON.stringify(looks.wordmark)}`,
    );
}

/** Pictures side by side on grey, as one file. */
async function writeBeside(pictures: readonly Buffer[], file: string): Promise<void> {
  const gap = 24;
  const sizes = await Promise.all(pictures.map((picture) => sharp(picture).metadata()));
  const left = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, { width }) => sum + width + gap, gap));
  const width = sizes.reduce((sum, size) => sum + size.width + gap, gap);
  const height = Math.max(...sizes.map((size) => size.height)) + 2 * gap;
  await sharp({ create: { width, height, channels: 3, background: "#8a8d94" } })
    .composite(pictures.map((input, at) => ({ input, left: left[at] ?? 0, top: gap })))
    .webp({ quality: 82, effort: 6 })
    .toFile(file);
}

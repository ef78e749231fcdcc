import { sampleNow } from "../sample-newsroom.ts";
import type { Look, Visit } from "./browser.ts";
import type { SamplePage } from "./sample-pages.ts";

/** The widths that pages are looked at in: a phone, a tablet, a laptop, a large screen. */
export const widths = [360, 768, 1280, 1920] as const;

export const schemes = ["light", "dark"] as const;

/** How a page looks whenever it is looked at: at one moment, and nothing moves. */
export const still: Look = { motion: "reduce", now: sampleNow };

/** What a page is called in names of files: `article-page-live-en`. */
export function nameOfPage({ kind, genre, language }: SamplePage): string {
  return [kind, genre, language.split("-")[0]].filter((part) => part !== undefined).join("-");
}

/** A page that has been scrolled through, from its top to so many CSS pixels, or to its end, as PNG. */
export async function takePicture({ page, context }: Visit, tallest: number): Promise<Buffer> {
  const size = "[document.documentElement.clientWidth, document.documentElement.scrollHeight]";
  const [width, height] = await page.evaluate<[number, number]>(size);
  // Playwright takes a page either as a whole or as far as the screen shows it.
  const session = await context.newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "png",
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, tallest), scale: 1 },
  });
  await session.detach();
  return Buffer.from(data, "base64");
}

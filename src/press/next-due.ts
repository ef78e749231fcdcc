import type { Archive, Due } from "../archive/archive.ts";
import { listNewest } from "../archive/order.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { momentFrom } from "../kit/clock.ts";
import { newsAge } from "../pages/news-sitemap.ts";
import type { NextDue } from "./summary.ts";

const reasons = {
  publish: "an article becomes public",
  expire: "an article expires",
  update: "an update of a live blog becomes public",
  coverage: "the coverage of a live blog ends",
} as const satisfies Record<Due, string>;

/** The first moment after this one at which an edition would be another one, or tell something else, though nobody edits a thing. */
export function findNextDue(
  archive: Archive,
  { now, masthead }: Pick<Newsroom, "now" | "masthead">,
  hasNewsSitemap: boolean,
): NextDue | undefined {
  const dues: { at: number; why: string }[] = [];
  for (const [key, what] of archive.due.from([now + 1])) {
    dues.push({ at: Number(key[0]), why: reasons[what] });
    break;
  }
  if (hasNewsSitemap) {
    let oldest: number | undefined;
    for (const { publishedAt } of listNewest(archive, {})) {
      if (Date.parse(publishedAt) + newsAge < now) break;
      oldest = Date.parse(publishedAt);
    }
    if (oldest !== undefined)
      dues.push({ at: oldest + newsAge + 1000, why: "a story leaves the news sitemap" });
  }
  const expires = Date.parse(masthead.security?.expires ?? "");
  if (expires > now) dues.push({ at: expires, why: "security.txt expires" });
  const [first] = dues.sort((a, b) => a.at - b.at);
  return first && { at: momentFrom(first.at, masthead.timeZone).moment, why: first.why };
}

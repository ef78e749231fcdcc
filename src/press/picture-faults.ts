import { pictureName } from "../archive/receive.ts";
import type { Reference } from "../article/article.ts";
import { asOf } from "../article/live.ts";
import { tell } from "../article/rules.ts";
import { openEyes, openMediaUses } from "../edition/media-uses.ts";
import type { Problem } from "../kit/problem.ts";
import { decodedPath, pathFrom } from "../kit/url.ts";
import type { Telling } from "./tellings.ts";

/**
 * Files of the media folder that cannot be published. One that readers would see stops the edition; of one that only
 * articles name which are not public nothing is told: a log must not tell of an embargo.
 */
export function listPictureFaults(telling: Telling): Problem[] {
  const { archive, data, now } = telling;
  const useOf = openMediaUses(archive, data, openEyes(now));
  return Array.from(archive.faulty.from([])).flatMap(([key]) => {
    const src = String(key[0]);
    const fault = archive.media.find([src])?.fault;
    const use = useOf(src);
    if (!fault || use === "hidden") return [];
    const place = { file: src.slice(1), line: 1, column: 1 };
    if (use === "unused") return [tell("picture-left-out", place, fault)];
    const { file, line } = findNaming(src, telling) ?? place;
    return [tell("picture-broken", place, { ...fault, shownIn: `${file}:${line}` })];
  });
}

/** Where readers are shown a file: named by the site's data, or by an article that is public. */
function findNaming(src: string, { archive, pictures, now }: Telling): Reference | undefined {
  const inData = pictures.find(({ to }) => decodedPath(to) === src);
  if (inData) return inData;
  for (const [key] of archive.mentions.under([pictureName(src)])) {
    const { isPublic, article } = archive.articles.find([String(key[1])]) ?? {};
    if (!isPublic || !article) continue;
    const { media, links, url } = asOf(article, now);
    const naming = [...media, ...links].find(({ to }) => pathFrom(to, url) === src);
    if (naming) return naming;
  }
  return undefined;
}

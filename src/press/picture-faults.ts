import { tell } from "../article/rules.ts";
import { openEyes, openMediaUses } from "../edition/media-uses.ts";
import type { Problem } from "../kit/problem.ts";
import type { Telling } from "./tellings.ts";

/**
 * Files of the media folder that cannot be published. One that readers would see stops the edition; of one that only
 * articles name which are not public nothing is told: a log must not tell of an embargo.
 */
export function listPictureFaults({ archive, data, now }: Telling): Problem[] {
  const useOf = openMediaUses(archive, data, openEyes(now));
  return Array.from(archive.faulty.from([])).flatMap(([key]) => {
    const src = String(key[0]);
    const fault = archive.media.find([src])?.fault;
    const use = useOf(src);
    if (!fault || use === "hidden") return [];
    const place = { file: src.slice(1), line: 1, column: 1 };
    return [tell(use === "shown" ? "picture-broken" : "picture-left-out", place, fault)];
  });
}

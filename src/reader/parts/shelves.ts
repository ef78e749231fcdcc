import { site } from "./paper.ts";

/** What is kept, each kind in a cache of its own, and how much of it: where there is more, the oldest goes. */
const limits = {
  /** Stories that were read. */
  articles: 50,
  fronts: 20,
  /** What stands in where a page is not kept: as many as there are. */
  standIns: 100,
  /** Styles, scripts and fonts; those of former pages too, which still ask for them. */
  assets: 80,
  pictures: 100,
} as const;

type Shelf = keyof typeof limits;

/** Keeps what a path gave. It is the newest on its shelf then, and on no other. */
export async function keepOn(shelf: Shelf, path: string, response: Response): Promise<void> {
  await forget(path);
  const cache = await caches.open(site.caches + shelf);
  await cache.put(path, response);
  const [...kept] = await cache.keys();
  while (kept.length > limits[shelf]) await cache.delete(kept.shift() as Request);
}

export async function forget(path: string): Promise<void> {
  for (const shelf in limits) await (await caches.open(site.caches + shelf)).delete(path);
}

/** Removes what another version of this script kept in its own way. */
export async function removeOldCaches(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(site.everyCache) && !name.startsWith(site.caches)) await caches.delete(name);
}

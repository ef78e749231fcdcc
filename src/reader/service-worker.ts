import { findPage, keepPage, keepStandIn } from "./parts/pages.ts";
import { site } from "./parts/paper.ts";
import { keepOn, removeOldCaches } from "./parts/shelves.ts";

/**
 * Keeps what was read for when there is no network. Pages are always asked of the network first; files whose names hold
 * their hashes never change, and are taken from where they are. Whatever else a page asks for is none of its business:
 * what other hosts give, what is sent, and what is new each time, such as the updates of a live blog.
 */
declare const self: ServiceWorkerGlobalScope;

/** Files of the theme and of pictures, whose names say what is in them. */
const isFixed = (path: string) =>
  /^(assets|pictures)\/.*-[0-9a-f]{10}(-\w+)?\.\w+$/.test(path.slice(site.root.length));

self.addEventListener("install", (event) => {
  self.skipWaiting();
  const pages = site.editions.flatMap(({ standIn, kept }) => [standIn, kept]);
  const files = site.assets.map((path) => answerFile(path, path, event));
  event.waitUntil(Promise.all([...pages.map(keepStandIn), ...files]));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});

// The page that brought the worker was asked for before it.
self.addEventListener("message", (event) => {
  const path = String(event.data);
  event.waitUntil(fetch(path).then((response) => keepPage(path, response)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, mode, destination } = request;
  const { origin, pathname: path } = new URL(request.url);
  if (method !== "GET" || origin !== location.origin || !path.startsWith(site.root)) return;
  if (mode === "navigate") event.respondWith(answerPage(path, event));
  else if (destination === "image" || (/^(style|script|font)$/.test(destination) && isFixed(path)))
    event.respondWith(answerFile(path, request, event));
});

async function answerPage(path: string, event: FetchEvent): Promise<Response> {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepPage(path, response.clone()));
    return response;
  } catch {
    return findPage(path);
  }
}

/** A file that cannot change is taken from its shelf; any other one only without the network. */
async function answerFile(
  path: string,
  request: Request | string,
  event: ExtendableEvent,
): Promise<Response> {
  const kept = await caches.match(path);
  if (kept && isFixed(path)) return kept;
  try {
    const response = await fetch(request);
    if (response.status === 200)
      event.waitUntil(
        keepOn(/\.(css|js|woff2?)$/.test(path) ? "assets" : "pictures", path, response.clone()),
      );
    return response;
  } catch {
    return kept ?? Response.error();
  }
}

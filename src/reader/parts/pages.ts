import { editionOf, type PaperEdition } from "./paper.ts";
import { forget, keepOn } from "./shelves.ts";

/** How old what stands in for other pages gets before it is asked for again, where there is a network. */
const oldest = 3_600_000;

/** What the head of a story has, and no other page's. */
const storyMark = 'property="og:type" content="article"';

/** Keeps a page that the network gave. One that is gone, or that its host forbids to keep, is not kept any more. */
export async function keepPage(path: string, response: Response): Promise<void> {
  const { ok, status, headers } = response;
  const isForbidden = /\b(no-store|private)\b/i.test(headers.get("cache-control") ?? "");
  if (status === 404 || status === 410 || isForbidden) await forget(path);
  if (!ok || isForbidden || !headers.get("content-type")?.startsWith("text/html")) return;
  const html = await response.text();
  const isStory = html.includes(storyMark);
  await keepOn(isStory ? "articles" : "fronts", path, dated(html, headers));
  const edition = editionOf(path);
  if (!isStory && edition) await renewStandIns(edition);
}

/** Asks for a page that stands in for others, and keeps it. */
export async function keepStandIn(path: string): Promise<void> {
  const response = await fetch(path, { cache: "no-cache" });
  if (response.ok) await keepOn("standIns", path, dated(await response.text(), response.headers));
}

/** A page without the network: as it was kept, under a line that says so; else what stands in for it. */
export async function findPage(path: string): Promise<Response> {
  const edition = editionOf(path);
  const kept = await caches.match(path);
  const page = kept ?? (edition && (await caches.match(edition.standIn)));
  if (!page || !edition) return Response.error();
  // The list of what is kept is made when it is shown.
  if ((kept ? path : edition.standIn) === edition.kept) return page;
  return underNotice(page, kept ? edition.notice : edition.missing, edition);
}

async function renewStandIns({ standIn, kept }: PaperEdition): Promise<void> {
  for (const path of [standIn, kept])
    if (!(Date.now() - timeOf(await caches.match(path)) < oldest)) await keepStandIn(path);
}

/** A page with the headers that it came with, its policy among them, and its time in any case. */
function dated(html: string, given: Headers): Response {
  const headers = new Headers(given);
  headers.delete("content-encoding");
  if (!headers.has("date")) headers.set("date", new Date().toUTCString());
  return new Response(html, { headers });
}

function timeOf(page: Response | undefined): number {
  return Date.parse(page?.headers.get("date") ?? "");
}

async function underNotice(page: Response, notice: string, { language }: PaperEdition): Promise<Response> {
  const time = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  const said = notice.replace("{time}", time.format(timeOf(page)));
  const html = await page.text();
  // Behind the link that skips the masthead, where there is one.
  return new Response(
    html.replace(/<(header|main|\/body)\b/, (element) => said + element),
    page,
  );
}

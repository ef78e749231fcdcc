import type { Archive } from "../archive/archive.ts";
import { countOf, listSlugs } from "../archive/order.ts";
import { type Slot, sourceKinds } from "../article/front.ts";
import { followMerger } from "../article/masthead.ts";
import { tell } from "../article/rules.ts";
import type { SiteData } from "../edition/open-newsroom.ts";
import { nearestName } from "../kit/nearest.ts";
import type { Problem } from "../kit/problem.ts";
import { decodedPath } from "../kit/url.ts";
import { mediaRoot } from "./media.ts";
import { faultOf, placeOf, type Telling, tellMissing } from "./tellings.ts";

/** What the site's data name that is not there: stories, sections, topics and so on in fronts, topics that took others in, pictures. */
export function listDataFaults(telling: Telling): Problem[] {
  return [...listFrontFaults(telling), ...listEmptyTopics(telling), ...listFaceless(telling)];
}

/** Keys of the paper's languages; the masthead's own is empty. */
export function localesOf({ masthead }: Pick<SiteData, "masthead">): string[] {
  return ["", ...masthead.languages.map(({ key }) => key)];
}

/** Pins that are no article, and sources that no public article is of. A pin that waits is passed over, and not told: it may be under embargo. */
function listFrontFaults({ archive, data }: Telling): Problem[] {
  return [...data.fronts].flatMap(([name, { file, slots }]) => {
    const locale = data.masthead.languages.find(({ key }) => name.startsWith(`${key}/`))?.key ?? "";
    const [kind, slug] = name.slice(locale ? locale.length + 1 : 0).split("/");
    const nobodys =
      slug === undefined
        ? []
        : faultOfFront(kind === "topic" ? "topic" : "section", slug, locale, { archive, data, file });
    return [
      ...nobodys,
      ...slots.flatMap((slot) => [
        ...slot.pins.flatMap((pin) =>
          faultOf(pin, archive, []).filter(({ rule }) => rule !== "reference-waiting"),
        ),
        ...faultOfSource(slot, locale, archive),
      ]),
    ];
  });
}

/** A front that lays out what is not there. */
function faultOfFront(
  kind: "section" | "topic",
  slug: string,
  locale: string,
  { archive, data, file }: Pick<Telling, "archive" | "data"> & { readonly file: string },
): Problem[] {
  const sections = kind === "section" ? data.sections?.map((section) => section.slug) : undefined;
  if (sections ? sections.includes(slug) : countOf(archive, { [kind]: slug, locale }) > 0) return [];
  const near = nearestName(slug, sections ?? listSlugs(archive, kind, locale));
  const advice = near ? `Call the file ${near}.` : "Wait for its first story, or remove the file.";
  return [tell("front-empty", { file, line: 1, column: 1 }, { front: `${kind} ${slug}`, advice })];
}

function faultOfSource(slot: Slot, locale: string, archive: Archive): Problem[] {
  return sourceKinds.flatMap((kind) => {
    const slug = slot.source?.[kind];
    if (slug === undefined || countOf(archive, { [kind]: slug, locale }) > 0) return [];
    const near = nearestName(slug, listSlugs(archive, kind, locale));
    const advice = near ? `Did you mean ${near}?` : "Wait for its first story, or write another source.";
    return [tell("slot-empty", slot, { source: `${kind} ${slug}`, advice })];
  });
}

/** Topics that were merged into one that no public story is about: their old fronts lead nowhere. */
function listEmptyTopics({ archive, data, dataFolder }: Telling): Problem[] {
  const place = placeOf(dataFolder, "topics.json");
  const locales = localesOf(data);
  return [...data.topics.values()].flatMap(({ slug, mergedInto }) => {
    const isThere = (topic: string) => locales.some((locale) => countOf(archive, { topic, locale }) > 0);
    const end = mergedInto === undefined ? undefined : followMerger(data.topics, slug);
    if (end === undefined || isThere(end)) return [];
    const near = nearestName(end, new Set(locales.flatMap((locale) => listSlugs(archive, "topic", locale))));
    const advice = near ? `Did you mean ${near}?` : "Wait for its first story, or write another topic.";
    return [tell("topic-empty", place, { topic: slug, end, advice })];
  });
}

/** Portraits and the masthead's own pictures that the media folder does not hold. */
function listFaceless({ archive, pictures }: Telling): Problem[] {
  return pictures
    .filter(({ to }) => to.startsWith(mediaRoot) && !archive.media.find([decodedPath(to)]))
    .map((picture) => tellMissing(picture, archive));
}

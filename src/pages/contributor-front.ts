import type { Contributor } from "../article/masthead.ts";
import type { ShownPicture, Teaser } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { shownPicture } from "../edition/pictures.ts";
import { teaserOf } from "../edition/teaser.ts";
import { languageName } from "../kit/language.ts";
import { present } from "../kit/record.ts";
import { safeUrl } from "../kit/url.ts";
import { absoluteUrl, addressName, contributorUrl } from "./addresses.ts";
import { type Head, headOf, listFeeds } from "./head.ts";
import { type Crumb, crumbsTo, frontGraph, type JsonLd, nodeAt, publisherId } from "./json-ld.ts";
import { listYearLinks } from "./months.ts";
import { frontLimit } from "./slots.ts";
import { findContributor } from "./subject.ts";

/** Who somebody is, and what they wrote last. */
export type ContributorFront = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  /** Languages that they write in or can be written to, as the page's language calls them. */
  readonly languages?: string;
  readonly biography?: string;
  readonly portrait?: ShownPicture;
  /** Addresses to write to or to read on; safe to link. */
  readonly contacts: readonly { readonly name: string; readonly url: string }[];
  readonly stories: readonly Teaser[];
  /** The archives of its years. */
  readonly years: ReturnType<typeof listYearLinks>;
};

/** The front of a contributor, known by its slug; exists while a public article names the contributor. */
export const contributorFront: PageKind<ContributorFront> = {
  name: "contributor-front",
  template: "broadsheet/contributor-front.njk",
  pagesShowing: ({ byline }) => [...new Set(byline.flatMap(({ slug }) => slug || []))],
  url: contributorUrl,
  slice: (key, newsroom) => {
    const articles = newsroom.latest({ contributor: key, limit: frontLimit });
    const contributor = findContributor(key, newsroom);
    if (!contributor) return undefined;
    return {
      ...describe(contributor, newsroom),
      stories: articles.map((article) => teaserOf(article, newsroom)),
      years: listYearLinks({ contributor: key }, newsroom),
    };
  },
};

function describe(contributor: Contributor, newsroom: Newsroom): Omit<ContributorFront, "stories" | "years"> {
  const { slug, name, role, organisation, biography } = contributor;
  const path = newsroom.path(contributorUrl(slug));
  const breadcrumbs = crumbsTo({ name, url: path }, newsroom);
  const portrait = contributor.portrait
    ? shownPicture({ src: contributor.portrait, alt: name }, newsroom, "portrait")
    : undefined;
  const main = personNode(contributor, newsroom);
  const jsonLd = frontGraph({ type: "ProfilePage", name, path, main }, breadcrumbs, newsroom);
  return present({
    head: headOf(
      {
        title: name,
        description: biography,
        path,
        type: "profile",
        picture: portrait,
        alternates: listFeeds(contributorUrl(slug), name, newsroom),
        jsonLd,
      },
      newsroom,
    ),
    breadcrumbs,
    ...{ name, role, organisation, biography, portrait },
    languages: nameLanguages(contributor, newsroom),
    contacts: listContacts(contributor),
  });
}

function nameLanguages({ languages = [] }: Contributor, { masthead }: Newsroom): string | undefined {
  if (languages.length === 0) return undefined;
  const names = languages.map((language) => languageName(language, masthead.language));
  return new Intl.ListFormat(masthead.language).format(names);
}

function listContacts({ email, url, sameAs }: Contributor): ContributorFront["contacts"] {
  const mail = email ? safeUrl(`mailto:${email}`) : undefined;
  const pages = [url, ...sameAs].flatMap((address) => (address && safeUrl(address)) || []);
  return [
    ...(email && mail ? [{ name: email, url: mail }] : []),
    ...[...new Set(pages)].map((address) => ({ name: addressName(address), url: address })),
  ];
}

function personNode(contributor: Contributor, newsroom: Newsroom): JsonLd {
  const { slug, name, role, biography, portrait, email, organisation } = contributor;
  const url = newsroom.absolute(newsroom.path(contributorUrl(slug)));
  const sameAs = [contributor.url, ...contributor.sameAs].flatMap(
    (each) => (each && safeUrl(each) && absoluteUrl(each, newsroom)) || [],
  );
  const isPerson = contributor.kind !== "organisation";
  return present({
    "@type": isPerson ? "Person" : "Organization",
    "@id": `${url}#contributor`,
    ...{ name, url, email },
    description: biography,
    image: portrait && absoluteUrl(portrait, newsroom),
    jobTitle: isPerson ? role : undefined,
    worksFor: isPerson
      ? organisation
        ? { "@type": "Organization", name: organisation }
        : nodeAt(publisherId(newsroom))
      : undefined,
    knowsLanguage: contributor.languages?.length ? contributor.languages : undefined,
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  });
}

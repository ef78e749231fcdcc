import type { Contributor } from "../article/masthead.ts";
import type { ShownPicture, Teaser } from "../article/teaser.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { shownPicture, teaserOf } from "../edition/teaser.ts";
import { present } from "../kit/record.ts";
import { safeUrl } from "../kit/url.ts";
import { absoluteUrl, addressName, contributorUrl, homeUrl } from "./addresses.ts";
import { type Head, headOf } from "./head.ts";
import { type Crumb, frontGraph, type JsonLd, nodeAt, publisherId } from "./json-ld.ts";
import { frontLimit } from "./section-front.ts";

/** Who somebody is, and what they wrote last. */
export type ContributorFront = {
  readonly head: Head;
  readonly breadcrumbs: readonly Crumb[];
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly biography?: string;
  readonly portrait?: ShownPicture;
  /** Addresses to write to or to read on; safe to link. */
  readonly contacts: readonly { readonly name: string; readonly url: string }[];
  readonly stories: readonly Teaser[];
};

/** The front of a contributor, known by its slug; exists while a public article names the contributor. */
export const contributorFront: PageKind<ContributorFront> = {
  name: "contributor-front",
  template: "broadsheet/contributor-front.njk",
  pagesShowing: ({ byline }) => [...new Set(byline.flatMap(({ slug }) => slug || []))],
  url: contributorUrl,
  slice: (key, newsroom) => {
    const articles = newsroom.latest({ contributor: key, limit: frontLimit });
    const credit = articles[0]?.byline.find(({ slug }) => slug === key);
    if (!credit) return undefined;
    const { name, organisation } = credit;
    const contributor = newsroom.contributors.get(key) ?? {
      slug: key,
      name,
      ...(organisation && { organisation }),
      sameAs: [],
    };
    return {
      ...describe(contributor, credit.role === "agency" ? "Organization" : "Person", newsroom),
      stories: articles.map((article) => teaserOf(article, newsroom)),
    };
  },
};

function describe(
  contributor: Contributor,
  type: "Person" | "Organization",
  newsroom: Newsroom,
): Omit<ContributorFront, "stories"> {
  const { slug, name, role, organisation, biography } = contributor;
  const path = contributorUrl(slug);
  const breadcrumbs = [
    { name: newsroom.masthead.name, url: homeUrl },
    { name, url: path },
  ];
  const portrait = contributor.portrait
    ? shownPicture({ src: contributor.portrait, alt: name }, newsroom)
    : undefined;
  const main = personNode(contributor, type, newsroom);
  const jsonLd = frontGraph({ type: "ProfilePage", name, path, main }, breadcrumbs, newsroom);
  return present({
    head: headOf(
      { title: name, description: biography, path, type: "profile", picture: portrait, jsonLd },
      newsroom,
    ),
    breadcrumbs,
    ...{ name, role, organisation, biography, portrait },
    contacts: listContacts(contributor),
  });
}

function listContacts({ email, url, sameAs }: Contributor): ContributorFront["contacts"] {
  const mail = email ? safeUrl(`mailto:${email}`) : undefined;
  const pages = [url, ...sameAs].flatMap((address) => (address && safeUrl(address)) || []);
  return [
    ...(email && mail ? [{ name: email, url: mail }] : []),
    ...[...new Set(pages)].map((address) => ({ name: addressName(address), url: address })),
  ];
}

function personNode(contributor: Contributor, type: "Person" | "Organization", newsroom: Newsroom): JsonLd {
  const { slug, name, role, biography, portrait, email, organisation } = contributor;
  const url = newsroom.absolute(contributorUrl(slug));
  const sameAs = [contributor.url, ...contributor.sameAs].flatMap((each) => (each && safeUrl(each)) || []);
  const isPerson = type === "Person";
  return present({
    "@type": type,
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
    sameAs: sameAs.length > 0 ? sameAs : undefined,
  });
}

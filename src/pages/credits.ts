import { type Article, type Credit, type Role, roles } from "../article/article.ts";
import type { Contributor } from "../article/masthead.ts";
import type { ShownPicture } from "../article/teaser.ts";
import type { Words } from "../article/words.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import { shownPicture } from "../edition/pictures.ts";
import { listSeparators } from "../kit/language.ts";
import { present } from "../kit/record.ts";
import { contributorUrl } from "./addresses.ts";

/** A name in a byline, as the newsroom knows it now, with its front. */
export type ShownCredit = {
  readonly name: string;
  /** What stands between this name and the next, as the language writes a list. */
  readonly after?: string;
  readonly url?: string;
  readonly organisation?: string;
};

/** The names of one role: `{ label: "Photographs by", people: […] }`. The label is empty where names stand alone. */
export type CreditLine = {
  readonly role: Role;
  readonly label: string;
  readonly people: readonly ShownCredit[];
};

/** Somebody who wrote an article, as a box under it tells of them. */
export type Writer = {
  readonly name: string;
  readonly url: string;
  readonly role?: string;
  readonly biography: string;
  readonly portrait?: ShownPicture;
};

/** Who wrote an article, for feeds and metadata. `path` is the contributor's front. */
export type Author = {
  readonly type: "Person" | "Organization";
  readonly name: string;
  readonly path?: string;
};

const labels = {
  by: "creditBy",
  reporting: "creditReporting",
  photographs: "creditPhotographs",
  video: "creditVideo",
  translation: "creditTranslation",
  editing: "creditEditing",
  data: "creditData",
  illustration: "creditIllustration",
} as const satisfies Record<Exclude<Role, "agency">, keyof Words>;

/** The byline's names by role, roles in the order of `roles`, names in the byline's order. */
export function listCreditLines(article: Article, newsroom: Newsroom): CreditLine[] {
  return roles.flatMap((role) => {
    const people = article.byline
      .filter((credit) => credit.role === role)
      .map((credit) => showCredit(credit, newsroom));
    const label = role === "agency" ? "" : newsroom.words[labels[role]];
    return people.length > 0 ? [{ role, label, people: separate(people, newsroom.masthead.language) }] : [];
  });
}

/** Those credited with the text who have a biography. */
export function listWriters(article: Article, newsroom: Newsroom): Writer[] {
  return article.byline.flatMap(({ slug, role: credited }) => {
    const { name, role, biography, portrait } =
      (credited === "by" && newsroom.contributors.get(slug)) || ({} as Partial<Contributor>);
    if (name === undefined || biography === undefined) return [];
    const shown =
      portrait === undefined ? undefined : shownPicture({ src: portrait, alt: "" }, newsroom, "portrait");
    return [present({ name, url: newsroom.path(contributorUrl(slug)), role, biography, portrait: shown })];
  });
}

function separate(people: readonly ShownCredit[], language: string): ShownCredit[] {
  const between = listSeparators(people.length, language);
  return people.map((person, at) => present({ ...person, after: between[at] }));
}

/** The article's own authors: who is credited with the text; failing that its agency, then its reporters. May be empty. */
export function listAuthors(article: Article, newsroom: Newsroom): Author[] {
  const credited = (role: Role) =>
    article.byline.filter((credit) => credit.role === role).map((credit) => authorOf(credit, newsroom));
  const writers = credited("by");
  if (writers.length > 0) return writers;
  const agencies = credited("agency");
  if (agencies.length > 0) return agencies;
  if (article.agency !== undefined) return [{ type: "Organization", name: article.agency }];
  return credited("reporting");
}

/** Those of some roles, each once. */
export function listCredited(article: Article, wanted: readonly Role[], newsroom: Newsroom): Author[] {
  const found = new Map<string, Author>();
  for (const credit of article.byline)
    if (wanted.includes(credit.role)) found.set(credit.name, authorOf(credit, newsroom));
  return [...found.values()];
}

/** Who is credited, as an author. */
export function authorOf(credit: Credit, newsroom: Newsroom): Author {
  const { name, url } = showCredit(credit, newsroom);
  const isHouse = credit.role === "agency" || newsroom.contributors.get(credit.slug)?.kind === "organisation";
  return present({
    type: isHouse ? ("Organization" as const) : ("Person" as const),
    name,
    path: url,
  });
}

function showCredit(credit: Credit, newsroom: Newsroom): ShownCredit {
  const known = newsroom.contributors.get(credit.slug);
  return present({
    name: known?.name ?? credit.name,
    url: credit.slug ? newsroom.path(contributorUrl(credit.slug)) : undefined,
    organisation: credit.organisation ?? known?.organisation,
  });
}

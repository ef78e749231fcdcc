import { present } from "../kit/record.ts";
import type { Policies } from "./policies.ts";
import type { Rights } from "./rights.ts";

/** The publication: who prints, under which address, in which zone and language. From `_data/masthead.json`. */
export type Masthead = {
  readonly name: string;
  /** Absolute, with a slash at its end; a path in it is where the site is mounted. */
  readonly url: string;
  /** IANA name, such as `Europe/Dublin`. */
  readonly timeZone: string;
  /** BCP 47: language of the interface, and of an article that names none; formats dates. */
  readonly language: string;
  readonly description?: string;
  /** Path or URL of a picture. */
  readonly logo?: string;
  readonly email?: string;
  /** Profiles elsewhere, absolute URLs. */
  readonly sameAs: readonly string[];
  /** Languages in which the paper appears beside its own, in their order. */
  readonly languages: readonly Locale[];
  /** The name where room is short: under an icon. */
  readonly shortName?: string;
  /** Paths or URLs of one picture in several sizes, for tabs and home screens. */
  readonly icon?: readonly string[];
  /** `1887`, `1887-03` or `1887-03-12`. */
  readonly foundingDate?: string;
  readonly telephone?: string;
  readonly address?: PostalAddress;
  readonly contactPoint?: readonly ContactPoint[];
  readonly parentOrganization?: Organization;
  readonly policies?: Policies;
  readonly rights?: Rights;
  readonly security?: Security;
  readonly trust?: Trust;
  readonly ads?: Ads;
  /** How the theme is set. */
  readonly theme?: Looks;
  /** The WebSub hub that is told of new stories. */
  readonly hub?: string;
  /** The key by which IndexNow knows that a ping is this site's. */
  readonly indexNowKey?: string;
};

/** A language in which the paper appears beside its own: its pages lie under `/{key}/`. */
export type Locale = {
  /** First part of its URLs, such as `fr`. */
  readonly key: string;
  /** BCP 47. */
  readonly language: string;
  /** What the paper is called in it, where that is another name. */
  readonly name?: string;
  readonly description?: string;
};

/** What is said otherwise in the paper's other languages, by their keys. */
export type Translated<Texts> = {
  readonly translations?: Readonly<
    Record<string, { readonly [Key in keyof Texts]?: Texts[Key] | undefined }>
  >;
};

export const densities = ["compact", "regular", "airy"] as const;
export const fontChoices = ["own", "system"] as const;

/** What a publication says of the theme. */
export type Looks = {
  /** Paths or URLs of a picture in place of the name, and of the same for dark paper. */
  readonly wordmark?: string;
  readonly wordmarkDark?: string;
  /** `#rrggbb`. */
  readonly accent?: string;
  /** The theme's own fonts, without it, or those of readers' systems. */
  readonly fonts?: (typeof fontChoices)[number];
  readonly density?: (typeof densities)[number];
  /** Whether a story begins with a large letter. */
  readonly dropCap?: boolean;
};

/** The pictures that a masthead shows itself, as written, each with the way to it. */
export function listMarks({ logo, icon = [], theme = {} }: Masthead): { src: string; path: PropertyKey[] }[] {
  const { wordmark, wordmarkDark } = theme;
  return [
    { src: logo, path: ["logo"] },
    ...icon.map((src, at) => ({ src, path: ["icon", at] })),
    { src: wordmark, path: ["theme", "wordmark"] },
    { src: wordmarkDark, path: ["theme", "wordmarkDark"] },
  ].flatMap(({ src, path }) => (src === undefined ? [] : [{ src, path }]));
}

/** As schema.org's `PostalAddress`. */
export type PostalAddress = {
  readonly streetAddress?: string;
  readonly addressLocality?: string;
  readonly addressRegion?: string;
  readonly postalCode?: string;
  readonly addressCountry?: string;
};

/** As schema.org's `ContactPoint`: a desk, and how it is reached. */
export type ContactPoint = {
  /** Such as `newsroom` or `corrections`. */
  readonly contactType: string;
  readonly email?: string;
  readonly telephone?: string;
  /** A path of this site or an address elsewhere. */
  readonly url?: string;
};

export type Organization = { readonly name: string; readonly url?: string };

/** Whom to tell of a hole in the site, as RFC 9116's security.txt says it. */
export type Security = {
  /** https, mailto or tel addresses, the best first. */
  readonly contact: readonly string[];
  /** A moment with zone. */
  readonly expires: string;
  /** Languages by BCP 47; without them, the masthead's. */
  readonly preferredLanguages?: readonly string[];
  /** These four: paths of this site or https addresses. */
  readonly encryption?: string;
  readonly policy?: string;
  readonly acknowledgments?: string;
  readonly hiring?: string;
};

/** Whom the publication is bound to, as trust.txt says it: https addresses; a disclosure may be a path of this site. */
export type Trust = {
  readonly member?: readonly string[];
  readonly belongto?: readonly string[];
  readonly control?: readonly string[];
  readonly controlledby?: readonly string[];
  readonly vendor?: readonly string[];
  readonly customer?: readonly string[];
  readonly disclosure?: readonly string[];
};

/** Who may sell the site's advertising space, as ads.txt says it. */
export type Ads = {
  /** Lines of ads.txt: `exchange.example, 1234, DIRECT`. An empty list says that nobody may. */
  readonly sellers: readonly string[];
  readonly ownerDomain?: string;
  /** Domains, each maybe with a country: `manager.example, IE`. */
  readonly managerDomain?: readonly string[];
};

/** One part of the paper. From `_data/sections.json`, in its order. */
export type Section = SectionTexts & Translated<SectionTexts> & { readonly slug: string };
type SectionTexts = { readonly name: string; readonly description?: string };

/** What is known of a topic or a series beyond its name in articles. From `_data/topics.json` and `_data/series.json`, by slug. */
export type Subject = SubjectTexts &
  Translated<SubjectTexts> & {
    readonly slug: string;
    /** Slug of the topic that took this one's place. */
    readonly mergedInto?: string;
  };
type SubjectTexts = { readonly name?: string; readonly description?: string };

/** Somebody whom bylines name. From `_data/contributors.json`, by id. */
export type Contributor = ContributorTexts &
  Translated<ContributorTexts> & {
    readonly slug: string;
    readonly name: string;
    /** `organisation`: an agency or another house that bylines name. */
    readonly kind?: "person" | "organisation";
    readonly organisation?: string;
    readonly portrait?: string;
    /** BCP 47: languages that they write in or can be written to. */
    readonly languages?: readonly string[];
    readonly email?: string;
    readonly url?: string;
    readonly sameAs: readonly string[];
  };
type ContributorTexts = { readonly role?: string; readonly biography?: string };

/** A record as it is in one of the paper's languages; the record itself in the masthead's, or where nothing else is said. */
export function inLocale<Entry extends object>(entry: Entry & Translated<object>, locale: string): Entry {
  const said = entry.translations?.[locale];
  return said ? { ...entry, ...present(said) } : entry;
}

/** The topic that a merged one ends in; undefined where it leads back to itself. */
export function followMerger(subjects: ReadonlyMap<string, Subject>, slug: string): string | undefined {
  const seen = new Set<string>();
  let at = slug;
  for (let next = subjects.get(at)?.mergedInto; next !== undefined; next = subjects.get(at)?.mergedInto) {
    seen.add(at);
    if (seen.has(next)) return undefined;
    at = next;
  }
  return at;
}

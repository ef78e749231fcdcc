import { present } from "../kit/record.ts";

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

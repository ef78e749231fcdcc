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
};

/** One part of the paper. From `_data/sections.json`, in its order. */
export type Section = { readonly slug: string; readonly name: string; readonly description?: string };

/** Somebody whom bylines name. From `_data/contributors.json`, by id. */
export type Contributor = {
  readonly slug: string;
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly biography?: string;
  readonly portrait?: string;
  readonly email?: string;
  readonly url?: string;
  readonly sameAs: readonly string[];
};

import type { Article, Picture } from "./article.ts";
import type { PictureFiles, Pixels } from "./picture-files.ts";

export type Size = { readonly width: number; readonly height: number };

/** What is known of a picture of the media folder. */
export type KnownPicture = Size &
  Pick<Pixels, "tone" | "isAnimated"> & {
    /** The same in other widths and forms, where these are made. */
    readonly files?: PictureFiles;
  };

/** A picture as a page shows it, with what is known of its file. */
export type ShownPicture = Picture &
  Partial<KnownPicture> & {
    /** A part of it in the shape in which others show it: a teaser's, a portrait's. */
    readonly crop?: PictureFiles;
  };

/** An article as shown elsewhere: on a front, in an archive, under another story, in a card. */
export type Teaser = {
  readonly url: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly kicker?: string;
  /** The language of the kicker, where it is the publication's word, and not in the story's language. */
  readonly kickerLanguage?: string;
  readonly genre: Article["genre"];
  readonly section: { readonly slug: string; readonly name: string };
  readonly byline: readonly { readonly slug: string; readonly name: string; readonly role: string }[];
  readonly publishedAt: string;
  readonly updatedAt?: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly picture?: ShownPicture;
  /** Whether it is a live blog whose coverage goes on. */
  readonly isLive?: true;
  /** The face of whose view it is: of opinion alone. */
  readonly portrait?: ShownPicture;
};

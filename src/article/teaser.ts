import type { Article, Picture } from "./article.ts";

export type Size = { readonly width: number; readonly height: number };

/** A picture as a page shows it, with its size in pixels where the file is known. */
export type ShownPicture = Picture & Partial<Size>;

/** An article as shown elsewhere: on a front, in an archive, under another story, in a card. */
export type Teaser = {
  readonly url: string;
  readonly headline: string;
  readonly standfirst?: string;
  readonly kicker?: string;
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

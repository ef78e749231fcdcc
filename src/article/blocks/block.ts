import type { Asset } from "../../kit/asset.ts";
import type { PictureLayout, PictureView } from "../picture-view.ts";
import type { ShownPicture, Size, Teaser } from "../teaser.ts";
import type { Words } from "../words.ts";

/**
 * What an argument must be. `text`, `url` and `media` are strings: `media` is the address of a file that the block shows,
 * which is counted among the article's media. A `reference` names an article; a `choice` is one of `choices`.
 */
export type Parameter = {
  readonly name: string;
  readonly type: "text" | "url" | "media" | "date" | "flag" | "number" | "reference" | "choice";
  readonly required?: boolean;
  readonly choices?: readonly string[];
};

/** Arguments by parameter name, already of their parameters' types. */
export type Arguments = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a block may ask for while it is printed: all of it part of the page's slice, or the same for the whole edition. */
export type BlockContext = {
  /** The article that a reference stands for, or null where it is not public or not known. */
  readonly mention: (reference: string) => Teaser | null;
  /** A picture's size, where the file is known. */
  readonly size: (src: string) => Size | undefined;
  /**
   * A picture in a place, as `broadsheet/parts/picture.njk` prints it: in all the widths and forms that there are of it.
   * `src`: a `media` argument's, or a teaser's whole `picture`.
   */
  readonly picture: (picture: ShownPicture, layout: PictureLayout) => PictureView;
  /** Bytes of a file that is no picture, where the file is known. */
  readonly bytes: (src: string) => number | undefined;
  /** What the interface says. A partial gets it, too, as `words`. */
  readonly words: Words;
  /** The language (BCP 47) of what is printed: of the article, or of a template's site. */
  readonly language: string;
  /** Where it is read. A feed has neither stylesheet nor scripts. A partial gets it, too, as `medium`. */
  readonly medium: "page" | "feed";
  /** The theme's scripts by name, each with `url` and `integrity`. A partial gets them, too, as `scripts`. */
  readonly scripts: Readonly<Record<string, Asset>>;
};

/** What a block's body holds while it is judged. */
export type JudgedBody = {
  /** HTML, its addresses as they are written; a block within it is a picture in a figure, or words. */
  readonly html: string;
  /** The language (BCP 47) that it is written in. */
  readonly language: string;
};

/** What is wrong with a block's body, and what to type instead. */
export type BodyFault = { readonly reason: string; readonly advice: string };

/**
 * A shortcode of ours or of a site's own, in one file: the same in copy and in Nunjucks, Liquid and JavaScript templates.
 * Positional arguments fill `parameters` in their order.
 */
export type Block = {
  /** The shortcode's name, such as `quote`. */
  readonly name: string;
  /** Whether it stands around a body, `{% quote %}words{% endquote %}`. `either`: in copy it is found by whether an end follows. */
  readonly body: "required" | "none" | "either";
  /** What its body is made of, where that is of one kind: what `inside.ts` finds in it. In templates, too, it may then be Markdown. */
  readonly takes?: "list" | "pictures" | "table";
  readonly parameters: readonly Parameter[];
  /** A right use of it, for hints and the README. */
  readonly example: string;
  /** The theme's template; gets what `data` gives. */
  readonly partial: string;
  /** What the partial shows. `body` is the HTML of what stands inside. Undefined: nothing is shown. */
  readonly data: (given: Arguments, body: string, context: BlockContext) => object | undefined;
  /** The block as plain text: for word counts, search, and the text edition, which shows the body itself in place of `bodyText`. */
  readonly plainText: (given: Arguments, bodyText: string) => string;
  /** The parameter whose address or article its first line leads to where words alone are shown. */
  readonly leadsTo?: string;
  /** What is wrong: arguments that do not agree with each other (a text), or the body. Undefined where all is right. */
  readonly check?: (given: Arguments, bodyText: string, body: JudgedBody) => string | BodyFault | undefined;
};

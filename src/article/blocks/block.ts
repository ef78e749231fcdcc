import type { Size, Teaser } from "../teaser.ts";
import type { Words } from "../words.ts";

/** What an argument must be. `text` and `url` are strings; a `reference` names an article; a `choice` is one of `choices`. */
export type Parameter = {
  readonly name: string;
  readonly type: "text" | "url" | "date" | "flag" | "number" | "reference" | "choice";
  readonly required?: boolean;
  readonly choices?: readonly string[];
};

/** Arguments by parameter name, already of their parameters' types. */
export type Arguments = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a block may ask for while it is printed: all of it part of the page's slice. */
export type BlockContext = {
  /** The article that a reference stands for, or null where it is not public or not known. */
  readonly mention: (reference: string) => Teaser | null;
  /** A picture's size, where the file is known. */
  readonly size: (src: string) => Size | undefined;
  /** What the interface says. A partial gets it, too, as `words`. */
  readonly words: Words;
};

/**
 * A shortcode of ours or of a site's own, in one file: the same in copy and in Nunjucks, Liquid and JavaScript templates.
 * Positional arguments fill `parameters` in their order.
 */
export type Block = {
  /** The shortcode's name, such as `quote`. */
  readonly name: string;
  /** Whether it stands around a body, `{% quote %}words{% endquote %}`. `either`: in copy it is found by whether an end follows. */
  readonly body: "required" | "none" | "either";
  readonly parameters: readonly Parameter[];
  /** A right use of it, for hints and the README. */
  readonly example: string;
  /** The theme's template; gets what `data` gives. */
  readonly partial: string;
  /** What the partial shows. `body` is the HTML of what stands inside. Undefined: nothing is shown. */
  readonly data: (given: Arguments, body: string, context: BlockContext) => object | undefined;
  /** The block as plain text: for word counts, feeds and search. */
  readonly plainText: (given: Arguments, bodyText: string) => string;
  /** Arguments that must agree with each other: what is wrong, or undefined. */
  readonly check?: (given: Arguments, bodyText: string) => string | undefined;
};

import type { Block, BlockContext } from "./blocks/block.ts";

/** The text of an article below its front matter, as it was delivered. */
export type Copy = {
  readonly format: "markdown" | "plain";
  readonly text: string;
  /** Where the text begins. */
  readonly file: string;
  readonly line: number;
};

/** What the reading of copy depends on, apart from the copy. */
export type BodyRules = {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly unknownShortcodes: "stop" | "keep" | "drop";
};

/** What printing a body needs beyond its copy. */
export type BodyPrinter = BlockContext & {
  /** A theme's partial as HTML. */
  readonly partial: (template: string, data: object) => string;
  /** The address to print for a path of this site: with the mount, or absolute for a feed. */
  readonly href: (path: string) => string;
};

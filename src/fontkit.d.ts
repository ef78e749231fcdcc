/** The part of fontkit that draws cards: it brings no types of its own. */
declare module "fontkit" {
  export type Glyph = { readonly path: { readonly toSVG: () => string } };
  export type GlyphRun = {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[];
  };
  export type Font = {
    readonly unitsPerEm: number;
    readonly layout: (
      text: string,
      features?: readonly string[],
      script?: string,
      language?: string,
      direction?: "ltr" | "rtl",
    ) => GlyphRun;
  };
  export function create(bytes: Uint8Array): Font;
}

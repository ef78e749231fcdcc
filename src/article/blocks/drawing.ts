/** What a chart shows: rows with a number for each series. */
export type Chart = {
  readonly series: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly values: readonly { readonly text: string; readonly value: number | undefined }[];
  }[];
};

/** A drawing whose width is its page's: across in percent, down in pixels, so that its words keep their size. */
export type Drawing = {
  readonly height: number;
  readonly rects: readonly Rect[];
  readonly lines: readonly Line[];
  readonly dots: readonly { readonly x: string; readonly y: string; readonly look: string }[];
  readonly texts: readonly Label[];
};

type Rect = {
  readonly x: string;
  readonly y: number;
  readonly width: string;
  readonly height: number;
  readonly look: string;
};
type Line = {
  readonly x1: string;
  readonly y1: string;
  readonly x2: string;
  readonly y2: string;
  readonly look: string;
};
type Label = {
  readonly x: string;
  readonly y: number;
  /** Pixels aside, away from where the words begin. */
  readonly aside: number;
  readonly anchor: "start" | "middle" | "end";
  /** A number is written from left to right everywhere: its sign stands before it. */
  readonly direction?: "ltr";
  readonly look: string;
  readonly text: string;
};

const opposite = { start: "end", middle: "middle", end: "start" } as const;

/** A drawing that is being made. Percent run from where its language's lines begin. */
export class Sheet {
  readonly #isMirrored: boolean;
  readonly #rects: Rect[] = [];
  readonly #lines: Line[] = [];
  readonly #dots: Drawing["dots"][number][] = [];
  readonly #texts: Label[] = [];

  constructor(isMirrored: boolean) {
    this.#isMirrored = isMirrored;
  }

  rect(x: number, y: number, width: number, height: number, look: string): void {
    const from = this.#isMirrored ? 100 - x - width : x;
    this.#rects.push({ x: percent(from), y, width: percent(width), height, look });
  }

  line(x1: number, y1: number, x2: number, y2: number, look: string): void {
    this.#lines.push({ x1: this.#across(x1), y1: pixels(y1), x2: this.#across(x2), y2: pixels(y2), look });
  }

  dot(x: number, y: number, look: string): void {
    this.#dots.push({ x: this.#across(x), y: pixels(y), look });
  }

  text(
    text: string,
    x: number,
    y: number,
    { look = "", anchor = "start", aside = 0 }: Partial<Pick<Label, "look" | "anchor" | "aside">> = {},
  ): void {
    const shown = { text, x: this.#across(x), y, look };
    if (!this.#isMirrored) this.#texts.push({ ...shown, aside, anchor });
    else if (look !== "value") this.#texts.push({ ...shown, aside: -aside, anchor });
    else this.#texts.push({ ...shown, aside: -aside, anchor: opposite[anchor], direction: "ltr" });
  }

  finish(height: number): Drawing {
    return { height, rects: this.#rects, lines: this.#lines, dots: this.#dots, texts: this.#texts };
  }

  #across(x: number): string {
    return percent(this.#isMirrored ? 100 - x : x);
  }
}

/** The class of a series: its colour, and what tells it from the others without. */
export function seriesLook(position: number): string {
  return `series-${position + 1}`;
}

/** All numbers of a chart. */
export function listValues({ rows }: Chart): number[] {
  return rows.flatMap(({ values }) => values.flatMap(({ value }) => value ?? []));
}

/** Words that fit a line of a telephone's width. */
export function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

function percent(value: number): string {
  return `${Number(value.toFixed(2))}%`;
}

function pixels(value: number): string {
  return String(Number(value.toFixed(1)));
}

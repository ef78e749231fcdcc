/** A family of the theme's. `file`: what its files begin with. */
export type Family = { readonly name: string; readonly packageName: string; readonly file: string };

export const families = [
  { name: "Broadsheet Serif", packageName: "source-serif-4", file: "serif" },
  { name: "Broadsheet Sans", packageName: "libre-franklin", file: "sans" },
] as const satisfies readonly Family[];

/** A part of a font that pages load where they hold its characters: which these are, and how CSS says so. */
export const scripts = {
  latin: scriptOf([
    [0x20, 0x7e],
    [0xa0, 0xa1],
    [0xa3, 0xa3],
    [0xa5, 0xa5],
    [0xa7, 0xa9],
    [0xab, 0xab],
    [0xad, 0xae],
    [0xb0, 0xb1],
    [0xb4, 0xb4],
    [0xb6, 0xb8],
    [0xbb, 0xbb],
    [0xbd, 0xbd],
    [0xbf, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2013, 0x2014],
    [0x2018, 0x201a],
    [0x201c, 0x201e],
    [0x2020, 0x2020],
    [0x2022, 0x2022],
    [0x2026, 0x2026],
    [0x2039, 0x203a],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2212, 0x2212],
  ]),
  "latin-ext": scriptOf([
    [0x100, 0x130],
    [0x132, 0x151],
    [0x154, 0x17f],
    [0x192, 0x192],
    [0x1fa, 0x1ff],
    [0x218, 0x21b],
    [0x1e80, 0x1e85],
    [0x1e9e, 0x1e9e],
    [0x1ef2, 0x1ef3],
    [0x20a4, 0x20a4],
    [0x20a9, 0x20a9],
    [0x20b9, 0x20b9],
    [0x20bd, 0x20bd],
  ]),
  cyrillic: scriptOf([
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x4b0, 0x4b1],
    [0x2116, 0x2116],
  ]),
  greek: scriptOf([
    [0x384, 0x38a],
    [0x38c, 0x38c],
    [0x38e, 0x3a1],
    [0x3a3, 0x3ce],
  ]),
} as const;

export type Script = keyof typeof scripts;

/** What is made of the families. An optical size between text and display serves both. */
export const cuts = [
  {
    of: "Broadsheet Serif",
    style: "normal",
    weight: { min: 400, max: 700 },
    opticalSize: 20,
    scripts: ["latin", "latin-ext", "cyrillic", "greek"],
  },
  {
    of: "Broadsheet Serif",
    style: "italic",
    weight: 400,
    opticalSize: 20,
    scripts: ["latin", "latin-ext", "cyrillic", "greek"],
  },
  {
    of: "Broadsheet Sans",
    style: "normal",
    weight: { min: 400, max: 700 },
    opticalSize: undefined,
    scripts: ["latin", "latin-ext", "cyrillic"],
  },
] as const satisfies readonly {
  readonly of: (typeof families)[number]["name"];
  readonly style: "normal" | "italic";
  readonly weight: number | { readonly min: number; readonly max: number };
  readonly opticalSize: number | undefined;
  readonly scripts: readonly Script[];
}[];

function scriptOf(ranges: readonly (readonly [number, number])[]): {
  readonly text: string;
  readonly ranges: string;
} {
  const all = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
  const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");
  return {
    text: String.fromCodePoint(...all),
    ranges: ranges
      .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
      .join(", "),
  };
}

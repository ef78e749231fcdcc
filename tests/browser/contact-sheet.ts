import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { escapeHtml } from "../../src/kit/html.ts";

/** A picture of a page: its file below the folder of the sheets, which page, and how it was looked at. */
export type Shot = {
  readonly file: string;
  readonly name: string;
  readonly path: string;
  readonly look: string;
};

/** In pixels: a sheet is as large as one still sees at a glance. */
const sheetWidth = 1_560;
const gap = 12;
const label = 24;

/** How many pictures of a width stand side by side, in how many rows, and how tall they are. */
type Grid = { readonly columns: number; readonly rows: number; readonly height: number };

/** Puts pictures on sheets, `{name}-1.png` and on: as many as are needed. Gives their names. */
export async function writeSheets(
  folder: string,
  name: string,
  shots: readonly Shot[],
  width: number,
): Promise<string[]> {
  const grid = gridFor(width);
  const each = grid.columns * grid.rows;
  const parts = Array.from({ length: Math.ceil(shots.length / each) }, (_, index) =>
    shots.slice(index * each, (index + 1) * each),
  );
  const names = parts.map((_, index) => `${name}-${index + 1}.png`);
  for (const [index, part] of parts.entries())
    await writeSheet(folder, join(folder, names[index] ?? ""), part, grid);
  return names;
}

function gridFor(width: number): Grid {
  if (width < 600) return { columns: 5, rows: 2, height: 720 };
  if (width < 1_000) return { columns: 4, rows: 2, height: 720 };
  return { columns: 3, rows: 2, height: 760 };
}

async function writeSheet(folder: string, file: string, shots: readonly Shot[], grid: Grid): Promise<void> {
  const { columns, height } = grid;
  const width = Math.floor((sheetWidth - gap * (columns + 1)) / columns);
  const used = Math.ceil(shots.length / columns);
  const layers = await Promise.all(
    shots.map(async (shot, index): Promise<OverlayOptions[]> => {
      const left = gap + (index % columns) * (width + gap);
      const top = gap + Math.floor(index / columns) * (height + label + gap);
      const small = sharp(join(folder, shot.file)).resize({ width });
      const { info } = await small.clone().toBuffer({ resolveWithObject: true });
      const picture = small.extract({ left: 0, top: 0, width, height: Math.min(height, info.height) });
      return [
        { input: labelOf(shot, width), left, top },
        { input: await picture.png().toBuffer(), left, top: top + label },
      ];
    }),
  );
  await sharp({
    create: {
      width: sheetWidth,
      height: gap + used * (height + label + gap),
      channels: 3,
      background: "#8a8a8a",
    },
  })
    .composite(layers.flat())
    .png({ compressionLevel: 6 })
    .toFile(file);
}

function labelOf({ name, look }: Shot, width: number): Buffer {
  const text = escapeHtml(`${name} · ${look}`);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${label}"><text x="0" y="16" font-family="sans-serif" font-size="14">${text}</text></svg>`,
  );
}

/** Writes a page that shows all pictures by page, each leading to it in its own size. */
export function writeIndex(folder: string, shots: readonly Shot[], sheets: readonly string[]): void {
  const pages = [...new Set(shots.map(({ name }) => name))];
  const figure = ({ file, look }: Shot) =>
    `<figure><a href="${escapeHtml(file)}"><img loading="lazy" src="${escapeHtml(file)}" alt=""></a><figcaption>${escapeHtml(look)}</figcaption></figure>`;
  const sections = pages.map((page) => {
    const own = shots.filter(({ name }) => name === page);
    return `<h2>${escapeHtml(page)} <small>${escapeHtml(own[0]?.path ?? "")}</small></h2>\n<div>${own.map(figure).join("\n")}</div>`;
  });
  const links = sheets.map((name) => `<a href="${escapeHtml(name)}">${escapeHtml(name)}</a>`).join(" ");
  const style =
    "body{font:14px sans-serif;background:#ccc}div{display:flex;gap:8px;overflow-x:auto}figure{margin:0}img{height:480px;width:auto;max-width:640px;object-fit:cover;object-position:top}";
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Screenshots</title><style>${style}</style></head><body><p>${links}</p>\n${sections.join("\n")}\n</body></html>\n`,
  );
}

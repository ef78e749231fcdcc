import { suite } from "uvu";
import * as assert from "uvu/assert";
import { boxAround, isWhole } from "../../src/article/picture-crop.ts";
import {
  cropFiles,
  listPictureFiles,
  type PictureFiles,
  type Raster,
  shareFiles,
  wholeFiles,
} from "../../src/article/picture-files.ts";

const rasterOf = (width: number, height: number, isOpaque = true): Raster => ({
  hash: "0123456789abcdef0123456789abcdef01234567",
  width,
  height,
  isOpaque,
  isKept: true,
});

const src = "/media/2031/The Ferry (1).jpg";
const widthsOf = (width: number, height: number, form: string) => {
  const made = wholeFiles(src, rasterOf(width, height));
  return made ? listPictureFiles(made).flatMap((file) => (file.form === form ? [file.width] : [])) : [];
};

const listAll = (made: PictureFiles | undefined) => (made ? listPictureFiles(made) : []);

const files = suite("files of a picture");

const widths: readonly (readonly [width: number, avif: number[], few: number[]])[] = [
  [4000, [320, 480, 640, 960, 1280, 1600], [640, 1280]],
  [1700, [320, 480, 640, 960, 1280, 1600], [640, 1280]],
  [1200, [320, 480, 640, 960, 1200], [640, 1200]],
  [1000, [320, 480, 640, 1000], [640, 1000]],
  [320, [320], [320]],
  [319, [], []],
];
for (const [width, avif, few] of widths)
  files(`of ${width} pixels across: never larger than it is, and no two nearly alike`, () => {
    const found = ["avif", "webp", "jpg", "png"].map((form) => widthsOf(width, width / 2, form));
    assert.equal(found, [avif, few, few, []]);
  });

files("have the picture's ratio, and its name and what they are made of in their address", () => {
  const [file] = listAll(wholeFiles(src, rasterOf(1200, 675)));
  assert.match(file?.path ?? "", /^\/pictures\/the-ferry-1-[0-9a-f]{10}-320\.avif$/);
  assert.equal([file?.width, file?.height], [320, 180]);
});

files("have another address each for another place, content and crop", () => {
  const stems = [
    wholeFiles(src, rasterOf(1200, 675)),
    wholeFiles("/media/2032/The Ferry (1).jpg", rasterOf(1200, 675)),
    wholeFiles(src, { ...rasterOf(1200, 675), hash: "1" }),
    cropFiles(src, rasterOf(1200, 675), "card", [0.5, 0.5]),
    cropFiles(src, rasterOf(1200, 675), "card", [0.5, 0.4]),
    cropFiles(src, rasterOf(1200, 675), "portrait", [0.5, 0.5]),
  ].map((made) => made?.stem);
  assert.is(new Set(stems).size, stems.length);
});

files("end in PNG where something shines through", () => {
  const found = listAll(wholeFiles(src, rasterOf(640, 480, false)));
  assert.equal([...new Set(found.map(({ form }) => form))], ["avif", "webp", "png"]);
});

files("of a crop are those of the whole where that has the shape already", () => {
  const picture = rasterOf(1200, 801);
  assert.equal(cropFiles(src, picture, "card", [0.1, 0.1]), wholeFiles(src, picture));
});

files("for search engines are three shapes, at most 1200 pixels across and none enlarged", () => {
  const sizes = (width: number, height: number) =>
    shareFiles(src, rasterOf(width, height), [0.5, 0.5]).map((file) => [file.width, file.height]);
  assert.equal(sizes(2400, 1600), [
    [1200, 675],
    [1200, 900],
    [1200, 1200],
  ]);
  assert.equal(sizes(800, 600), [
    [800, 450],
    [800, 600],
    [600, 600],
  ]);
  assert.equal(sizes(300, 200), []);
});

files.run();

const crops = suite("a crop");

crops("keeps its point as near its middle as the edges allow", () => {
  const picture = { width: 1200, height: 600 };
  const lefts = [0, 0.25, 0.5, 0.9, 1].map((x) => boxAround(picture, [1, 1], [x, 0.5]).left);
  assert.equal(lefts, [0, 0, 300, 600, 600]);
  assert.equal(boxAround(picture, [1, 1], [0.5, 0.5]), { left: 300, top: 0, width: 600, height: 600 });
  assert.equal(boxAround({ width: 600, height: 1200 }, [3, 2], [0.5, 0.1]), {
    left: 0,
    top: 0,
    width: 600,
    height: 400,
  });
});

crops("is within its picture, whatever its size", () => {
  for (const width of [1, 2, 3, 7, 100, 333])
    for (const height of [1, 2, 3, 7, 100, 333])
      for (const x of [0, 0.3, 1]) {
        const box = boxAround({ width, height }, [16, 9], [x, x]);
        assert.ok(box.left >= 0 && box.top >= 0 && box.width >= 1 && box.height >= 1);
        assert.ok(box.left + box.width <= width && box.top + box.height <= height);
      }
});

crops("of the shape that the picture has is the whole", () => {
  assert.ok(isWhole(boxAround({ width: 1200, height: 799 }, [3, 2], [0, 0]), { width: 1200, height: 799 }));
});

crops.run();

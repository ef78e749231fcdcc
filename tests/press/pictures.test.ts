import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findMeta, openArchive } from "../../src/archive/archive.ts";
import { ProblemsError } from "../../src/kit/problem.ts";
import { compareTrees, readTree } from "../output-tree.ts";
import { gifOf, pngOf } from "../pictures.ts";
import {
  copyOf,
  type Files,
  failureOf,
  makeSite,
  masthead,
  now,
  print,
  printClean,
  put,
  type Site,
} from "../site.ts";
import { printThroughEleventy } from "../through-eleventy.ts";

const story = { headline: "A", section: "news", published: "2026-05-01" };
const page = "news/2026/05/a/index.html";

/** A paper whose one story leads with a picture, and shows it again. */
function paperWith(name: string, bytes: string | Uint8Array, lead: object = {}): Site {
  const src = `/media/${name}`;
  return makeSite({
    "_data/masthead.json": masthead,
    [`media/${name}`]: bytes,
    "articles/a.md": copyOf({ ...story, lead: { src, alt: "B", ...lead } }, `Words.\n\n![C](${src})`),
  });
}

const read = ({ output }: Site, path: string) => readFileSync(join(output, path));
const listMade = ({ output }: Site) =>
  existsSync(join(output, "pictures")) ? readdirSync(join(output, "pictures")).sort() : [];

/** A picture whose halves differ, so that where a crop was taken shows. */
function halves(width: number, height: number): Sharp {
  const right = { create: { width: width / 2, height, channels: 3, background: "#e02010" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#1040c0" } }).composite([
    { input: right, left: width / 2, top: 0 },
  ]);
}

const whole = await halves(640, 480).jpeg().toBuffer();

const secrets = {
  IFD0: { Make: "SECRET-CAMERA", Artist: "SECRET-ARTIST", ImageDescription: "SECRET-WORDS" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "51/1 53/1 4719/100",
    GPSLongitudeRef: "W",
    GPSLongitude: "9/1 36/1 1/1",
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" photoshop:Credit="Packet &amp; Sons" photoshop:City="SECRET-CITY" exif:GPSLatitude="51,53.78N"><dc:creator><rdf:Seq><rdf:li>Mary Byrne</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A photograph as a camera and an agency leave it: where and by whom, a comment, and more behind its end. */
async function photograph(form: "jpeg" | "png" | "webp" | "avif", orientation = 1): Promise<Uint8Array> {
  const picture = halves(640, 480).withExif(secrets).withXmp(xmp).withMetadata({ orientation });
  const bytes = await picture[form]().toBuffer();
  if (form !== "jpeg") return bytes;
  const comment = Buffer.from([0xff, 0xfe, 0, 16, ...Buffer.from("SECRET-COMMENT")]);
  return Buffer.concat([bytes.subarray(0, 2), comment, bytes.subarray(2), Buffer.from("SECRET-TAIL")]);
}

const clean = suite("a photograph as it is published");

for (const form of ["jpeg", "png", "webp", "avif"] as const)
  for (const orientation of [1, 6])
    clean(
      `says nothing of place, camera and people in any file: ${form}, turned ${orientation}`,
      async () => {
        const bytes = await photograph(form, orientation);
        assert.ok((await sharp(bytes).metadata()).exif);
        const site = paperWith(`a.${form}`, bytes);
        await print(site);
        for (const path of [`media/a.${form}`, ...listMade(site).map((name) => `pictures/${name}`)]) {
          const file = read(site, path);
          assert.not.match(file.toString("latin1"), /SECRET|Exif\0|GPS|51,53/, path);
          assert.equal((await sharp(file).metadata()).exif, undefined, path);
        }
        assert.ok(listMade(site).length > 5);
      },
    );

clean("keeps its credit, and nothing else of what it said", async () => {
  const site = paperWith("a.jpeg", await photograph("jpeg"));
  await print(site);
  const { xmpAsString = "" } = await sharp(read(site, "media/a.jpeg")).metadata();
  assert.match(xmpAsString, /<photoshop:Credit>Packet &amp; Sons<\/photoshop:Credit>/);
  assert.match(xmpAsString, /<rdf:li>Mary Byrne<\/rdf:li>/);
  assert.not.match(xmpAsString, /City|exif/);
});

clean("keeps its credit where it is made anew, and stands upright", async () => {
  const site = paperWith("a.jpeg", await photograph("jpeg", 6));
  await print(site);
  const { width, height, orientation, xmpAsString = "" } = await sharp(read(site, "media/a.jpeg")).metadata();
  assert.equal([width, height, orientation], [480, 640, undefined]);
  assert.match(xmpAsString, "Packet &amp; Sons");
  assert.match(read(site, page).toString(), 'width="480" height="640"');
});

for (const form of ["jpeg", "png", "webp"] as const)
  clean(`has the same pixels where it need not be made anew: ${form}`, async () => {
    const bytes = await photograph(form);
    const site = paperWith(`a.${form}`, bytes);
    await print(site);
    const published = read(site, `media/a.${form}`);
    assert.not.equal(published, Buffer.from(bytes));
    assert.equal(await sharp(published).raw().toBuffer(), await sharp(bytes).raw().toBuffer());
  });

clean("is no larger than 2400 pixels, and so its page says", async () => {
  const site = paperWith("a.jpg", await halves(3000, 1000).jpeg().toBuffer());
  await print(site);
  const { width, height } = await sharp(read(site, "media/a.jpg")).metadata();
  assert.equal([width, height], [2400, 800]);
  assert.match(read(site, page).toString(), 'width="2400" height="800"');
});

clean("is of the form that its name says", async () => {
  const site = paperWith("a.jpg", await halves(640, 480).png().toBuffer());
  await print(site);
  assert.is((await sharp(read(site, "media/a.jpg")).metadata()).format, "jpeg");
});

clean("is copied byte for byte where there is nothing to clean", async () => {
  const bytes = await halves(640, 480).jpeg({ progressive: true }).toBuffer();
  const site = paperWith("a.jpg", bytes);
  await print(site);
  assert.equal(read(site, "media/a.jpg"), bytes);
});

clean("is shown in sRGB where it is not", async () => {
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#1040c0" } })
    .withIccProfile("p3")
    .jpeg()
    .toBuffer();
  const site = paperWith("a.jpg", bytes);
  await print(site);
  assert.ok((await sharp(read(site, "media/a.jpg")).metadata()).icc);
  const { dominant } = await sharp(
    read(site, `pictures/${listMade(site).find((name) => /640\.jpg/.test(name))}`),
  ).stats();
  for (const [channel, value] of Object.entries({ r: 16, g: 64, b: 192 }))
    assert.ok(Math.abs(dominant[channel as "r"] - value) < 12, `${channel} ${dominant[channel as "r"]}`);
});

clean.run();

const shown = suite("a picture on a page");

shown("is there in AVIF, WebP and JPEG, each address a file of its width", async () => {
  const site = paperWith("a.jpg", await halves(1500, 1000).jpeg().toBuffer());
  const { problems } = await print(site);
  assert.equal(problems, []);
  const html = read(site, page).toString();
  const [lead = ""] = /<picture>.*?<\/picture>/s.exec(html) ?? [];
  assert.equal(
    Array.from(lead.matchAll(/type="([^"]+)"/g), ([, type]) => type),
    ["image/avif", "image/webp"],
  );
  assert.match(
    lead,
    /<img src="[^"]+\.jpg" srcset="[^"]+" sizes="[^"]+" alt="B" width="1500" height="1000" class="tone-\d{3}" fetchpriority="high">/,
  );
  for (const [, path = "", width] of html.matchAll(/(\/pictures\/\S+) (\d+)w/g))
    assert.is((await sharp(read(site, path)).metadata()).width, Number(width), path);
});

shown("is loaded when it comes into view, but for the first", async () => {
  const site = paperWith("a.jpg", await halves(640, 480).jpeg().toBuffer());
  await print(site);
  const images =
    read(site, page)
      .toString()
      .match(/<img [^>]*>/g) ?? [];
  assert.equal(
    images.map((image) => [
      image.includes("fetchpriority"),
      image.includes('loading="lazy" decoding="async"'),
    ]),
    [
      [true, false],
      [false, true],
    ],
  );
});

shown("is cropped around its point, and its page tells search engines so", async () => {
  const site = paperWith("a.jpg", await halves(1600, 400).jpeg().toBuffer(), { focus: [0.9, 0.5] });
  await print(site);
  const html = read(site, page).toString();
  const [, shared = ""] = /property="og:image" content="https:\/\/test.example([^"]+)"/.exec(html) ?? [];
  assert.match(shared, /-16x9\.jpg$/);
  const { dominant } = await sharp(read(site, shared)).stats();
  assert.ok(dominant.r > 200 && dominant.b < 60);
  const shapes = Array.from(html.matchAll(/"width":(\d+),"height":(\d+)/g), ([, ...size]) =>
    size.map(Number),
  );
  assert.equal(shapes, [
    [711, 400],
    [533, 400],
    [400, 400],
  ]);
});

shown("that is small is as it is", async () => {
  const site = paperWith("a.png", pngOf(100, 80));
  await print(site);
  assert.equal(listMade(site), []);
  assert.match(
    read(site, page).toString(),
    '<img src="/media/a.png" alt="B" width="100" height="80" class="tone-012"',
  );
});

shown("through which something shines has PNG for last form, and no colour in its place", async () => {
  const site = paperWith("a.png", pngOf(400, 300, [40, 90, 160, 90]));
  await print(site);
  const html = read(site, page).toString();
  assert.match(html, /<img src="\/pictures\/a-[0-9a-f]{10}-400\.png"/);
  assert.not.match(html, "tone-");
});

shown("that moves stands still for those who want that, and in crops", async () => {
  const bytes = gifOf(400, 300, 3);
  const site = paperWith("a.gif", bytes);
  await print(site);
  assert.equal(read(site, "media/a.gif"), Buffer.from(bytes));
  const html = read(site, page).toString();
  assert.match(
    html,
    /<source type="image\/avif" [^>]*media="\(prefers-reduced-motion: reduce\)"><source type="image\/webp" [^>]*media="\(prefers-reduced-motion: reduce\)">/,
  );
  assert.match(html, '<img src="/media/a.gif" alt="B" width="400" height="300"');
});

shown("is one file for the readers of feeds", async () => {
  const site = paperWith("a.jpg", await halves(1500, 1000).jpeg().toBuffer());
  await printThroughEleventy(site, { feeds: "full", now });
  const [, content = ""] =
    /<content type="html">(.*?)<\/content>/s.exec(read(site, "atom.xml").toString()) ?? [];
  assert.match(
    content,
    /&lt;img src="https:\/\/test\.example\/pictures\/a-[0-9a-f]{10}-1280\.jpg" alt="C" width="1280" height="853"/,
  );
  assert.not.match(content, /srcset|picture&gt;/);
});

shown("is made anew where it changes, and its files go with it", async () => {
  const site = paperWith("a.png", pngOf(400, 300));
  await print(site);
  const before = listMade(site);
  put(site, { "media/a.png": pngOf(500, 300) });
  await print(site);
  const after = listMade(site);
  assert.is(after.length, before.length);
  assert.equal(
    after.filter((name) => before.includes(name)),
    [],
  );
  put(site, {
    "articles/a.md": copyOf({ ...story, standing: "held", lead: { src: "/media/a.png", alt: "" } }),
  });
  await print(site);
  assert.equal(listMade(site), []);
  assert.not.ok(existsSync(join(site.output, "media/a.png")));
});

shown("has the same bytes whenever it is made", async () => {
  const given = process.env.BROADSHEET_MADE;
  // Each site with what it made itself.
  delete process.env.BROADSHEET_MADE;
  try {
    const site = paperWith("a.jpg", await photograph("jpeg", 6), { focus: [0.2, 0.3] });
    await print(site);
    assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
    assert.ok(existsSync(join(site.cache, "made")));
  } finally {
    if (given !== undefined) process.env.BROADSHEET_MADE = given;
  }
});

shown.run();

const wrong = suite("a file that is no picture");

const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9"${attributes}>${inside}</svg>`;

/** A file, and what is said of it. */
const faults: readonly (readonly [name: string, bytes: string | Uint8Array, said: RegExp])[] = [
  ["a.jpg", "<!doctype html><title>Not found</title>", /^The file is a web page and not a picture\.$/],
  ["a.jpg", "", /^The file is empty\.$/],
  ["a.png", "%PDF-1.7", /^The file is a PDF and not a picture\.$/],
  ["a.jpg", svg(""), /^The file is a drawing \(SVG\)\.$/],
  ["a.jpg", "version https://git-lfs.github.com/spec/v1\n", /Git LFS/],
  ["a.png", "words", /^The file is no picture\.$/],
  ["a.jpg", whole.subarray(0, whole.length * 0.6), /^The file is broken/],
  ["a.png", pngOf(400, 300).subarray(0, 500), /^The file is broken/],
  ["a.png", bomb(), /^The file has more than 100 million pixels\.$/],
  ["a.svg", svg("<script>alert(1)</script>"), /^The file holds the element script\.$/],
  ["a.svg", svg("<foreignObject/>"), /^The file holds the element foreignObject\.$/],
  ["a.svg", svg("", ' onload="alert(1)"'), /^The file holds code in onload\.$/],
  [
    "a.svg",
    svg('<image href="https://a.example/b.png"/>'),
    /^The file holds the address https:\/\/a\.example\/b\.png\.$/,
  ],
  [
    "a.svg",
    svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'),
    /^The file holds the element x:script\.$/,
  ],
  [
    "a.svg",
    svg('<a href="java&#115;cript:alert(1)"><path d=""/></a>'),
    /^The file holds the address javascript/,
  ],
  ["a.svg", svg("<style>@import 'b.css';</style>"), /^The file holds an @import\.$/],
  ["a.svg", svg('<rect fill="url(https://a.example/#b)"/>'), /^The file holds the address/],
  ["a.svg", `<!DOCTYPE svg [<!ENTITY a "b">]>${svg("&a;")}`, /^The file is not well-formed/],
  ["a.svg", svg("&a;"), /^The file holds the entity &a;\.$/],
  ["a.svg", `<?xml-stylesheet href="a.css"?>${svg("")}`, /^The file holds a processing instruction\.$/],
  ["a.svg", svg('<set attributeName="href" to="b"/>'), /^The file holds an animation of href\.$/],
  ["a.svg", "<html/>", /^The file holds the element html/],
];

for (const [name, bytes, said] of faults)
  wrong(`stops the edition where readers would see it: ${name}, ${said}`, async () => {
    const site = paperWith(name, bytes);
    const failure = await failureOf(print(site));
    assert.instance(failure, ProblemsError);
    const [problem] = (failure as ProblemsError).problems;
    assert.equal([problem?.file, problem?.rule], [`media/${name}`, "picture-broken"]);
    const [what = "", where = ""] = problem?.message.split("; it is shown in ") ?? [];
    assert.match(`${what}.`, said);
    assert.match(where, /\/articles\/a\.md:5\.$/);
    assert.not.ok(existsSync(site.output));
  });

/** The rule of what only articles show that nobody sees. */
const leftOut = "picture-left-out";

wrong("is told, and left out, where nobody shows it", async () => {
  const site = makeSite({
    "_data/masthead.json": masthead,
    "articles/a.md": copyOf(story),
    "media/a.jpg": "words",
  });
  const { problems } = await print(site);
  assert.equal(
    problems.map(({ file, rule }) => `${file} ${rule}`),
    [`media/a.jpg ${leftOut}`],
  );
  assert.not.ok(existsSync(join(site.output, "media/a.jpg")));
});

wrong("is not told while only a story under embargo shows it", async () => {
  const site = paperWith("a.jpg", "words");
  const files: Files = {
    "articles/a.md": copyOf({
      ...story,
      embargoedUntil: "2027-01-01",
      lead: { src: "/media/a.jpg", alt: "" },
    }),
  };
  put(site, files);
  assert.equal((await print(site)).problems, []);
});

wrong("is judged again by other code, and whenever everything is to be printed", async () => {
  const site = paperWith("a.jpg", whole);
  for (const options of [{}, { force: true }]) {
    await print(site);
    const { archive } = await openArchive(site.cache);
    const before = archive.media.find(["/media/a.jpg"]);
    const darkroom = "force" in options ? findMeta(archive).darkroom : "of an older version";
    await archive.transact(() => {
      archive.media.put(["/media/a.jpg"], { ...before, hash: before?.hash ?? "", width: 7 });
      archive.meta.put(["meta"], { ...findMeta(archive), darkroom });
    });
    await archive.close();
    await print(site, options);
    assert.match(read(site, page).toString(), `width="${before?.width}"`);
    assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site))), []);
  }
});

wrong("leads no story where faults are held back", async () => {
  const site = paperWith("a.jpg", "words");
  const { problems } = await print(site, { hold: true });
  assert.equal(
    problems.map(({ rule }) => rule),
    ["picture-broken"],
  );
  assert.not.ok(existsSync(join(site.output, "media/a.jpg")));
  assert.not.match(read(site, page).toString(), /lead-picture|og:image/);
  put(site, { "media/a.jpg": whole });
  await print(site, { hold: true });
  assert.match(read(site, page).toString(), /lead-picture/);
  assert.equal(compareTrees(readTree(site.output), readTree(await printClean(site, { hold: true }))), []);
});

wrong("is taken for a picture as soon as it is one", async () => {
  const site = paperWith("a.jpg", "words");
  await failureOf(print(site));
  put(site, { "media/a.jpg": whole });
  const { problems } = await print(site);
  assert.equal(problems, []);
});

for (const drawing of [
  svg('<use href="#a"/><style>.a{fill:url(#b)}</style><a href="https://a.example/"><path d="M0 0"/></a>'),
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- A -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg("<title>A &amp; B</title>")}`,
])
  wrong("is none of these drawings, which are copied as they are", async () => {
    const site = paperWith("a.svg", drawing);
    assert.equal((await print(site)).problems, []);
    assert.is(read(site, "media/a.svg").toString(), drawing);
    assert.match(read(site, page).toString(), '<img src="/media/a.svg" alt="B" width="8" height="9"');
  });

wrong.run();

/** A PNG whose head claims more pixels than anybody has memory for. */
function bomb(): Uint8Array {
  return pngOf(60_000, 1).map((byte, at, bytes) => (at >= 20 && at < 24 ? (bytes[at - 4] ?? byte) : byte));
}

import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readCredit } from "../../src/desk/pictures/picture-credit.ts";
import { formOf } from "../../src/desk/pictures/picture-kind.ts";
import { judgeSvg } from "../../src/desk/pictures/svg.ts";

const judge = (inside: string) =>
  judgeSvg(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="9">${inside}</svg>`));

const drawings = suite("a drawing");

const elsewhere: Readonly<Record<string, RegExp>> = {
  '<style><g/>@import "https://a.example/b.css";</style>': /the element g in its style/,
  "<style>@imp<!-- -->ort 'b.css';</style>": /an @import/,
  "<style>@imp<![CDATA[ort 'b.css';]]></style>": /an @import/,
  "<style>&#64;import 'b.css';</style>": /an @import/,
  "<style>a{background:u<!-- -->rl(https://a.example/b)}</style>": /the address https/,
  '<style>svg{background-image:image-set("//a.example/b.png" 1x)}</style>': /an address in its style/,
  "<rect style='background-image:image-set(\"//a.example/b.png\" 1x)'/>": /an address in its style/,
  "<rect mask='image-set(\"//a.example/b.png\" 1x)'/>": /an address in its style/,
  '<rect fill="url( //a.example/b )"/>': /the address \/\/a/,
  '<rect fill="u\\72l(//a.example/b)"/>': /a backslash/,
};
for (const [inside, said] of Object.entries(elsewhere))
  drawings(`that could load what lies elsewhere is told: ${inside}`, () => {
    assert.match(judge(inside).fault?.reason ?? "", said);
  });
drawings("that ends within its style is told", () => {
  assert.match(judgeSvg(Buffer.from("<svg><style>a{}")).fault?.reason ?? "", /ends within its style/);
});

const harmless = [
  '<rect fill="url( #a )"/>',
  '<rect fill="url( \'#a\' )" class="b//c" id="https://a.example/"/>',
  "<style><![CDATA[.a > .b { fill: url(#c) }]]></style>",
  "<style/><style></style><g style='fill:red'/>",
  "<style>/* of it all */ .a { fill: url(data:image/png;base64,AA==) }</style>",
];
for (const inside of harmless)
  drawings(`that loads nothing passes: ${inside}`, () => assert.is(judge(inside).fault, undefined));
drawings.run();

const heads = suite("the beginning of a file");
heads("is read once, whatever comments stand there", () => {
  const comments = "<!---->".repeat(500);
  assert.equal(formOf(Buffer.from(comments)), {
    reason: "is no picture",
    advice: "Put the picture itself there.",
  });
  for (const head of ["", '<?xml version="1.0"?>\n', `${comments}<!-- a - b -->\n`])
    assert.match(JSON.stringify(formOf(Buffer.from(`${head}<svg/>`))), /is a drawing/, head.slice(0, 9));
});
heads.run();

const credits = suite("a file's credit");
credits("is found where tags do not end, and only where XMP has room", () => {
  const [open, named] = ["<dc:rights ", "<dc:creator>A</dc:creator>"];
  assert.equal(readCredit({ xmp: open.repeat(40_000) }), undefined);
  assert.equal(readCredit({ xmp: `${open.repeat(1_000)}${named}` }), { creator: "A" });
  assert.equal(readCredit({ xmp: `${open.repeat(40_000)}${named}` }), undefined);
});
credits.run();

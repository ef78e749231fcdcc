import { escapeHtml } from "../../kit/html.ts";
import type { Block } from "./block.ts";

/** A picture with its caption and credit line. The caption is an argument, or the body where it needs links. */
export const figure: Block = {
  name: "figure",
  body: "either",
  parameters: [
    { name: "src", type: "media", required: true },
    { name: "alt", type: "text" },
    { name: "caption", type: "text" },
    { name: "creditLine", type: "text" },
    { name: "decorative", type: "flag" },
  ],
  example: '{% figure "/media/ferry.jpg", alt: "A ferry leaves the harbour", caption: "The first ferry." %}',
  partial: "broadsheet/blocks/figure.njk",
  data: (given, body, context) => {
    const src = String(given.src);
    const caption = body || (given.caption === undefined ? "" : escapeHtml(String(given.caption)));
    const alt = given.decorative === true ? "" : String(given.alt ?? "");
    const picture = context.picture({ src, alt }, "body");
    return { src, alt, picture, caption, creditLine: given.creditLine, ...context.size(src) };
  },
  plainText: (given, bodyText) => [bodyText || given.caption, given.creditLine].filter(Boolean).join("\n"),
  check: (given, bodyText) =>
    bodyText && given.caption ? "its caption is both an argument and what stands inside" : undefined,
};

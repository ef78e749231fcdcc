import type { Block } from "./block.ts";

/** Somebody's words, with who said them. As a pull quote it repeats words of the body. */
export const quote: Block = {
  name: "quote",
  body: "required",
  parameters: [
    { name: "name", type: "text" },
    { name: "role", type: "text" },
    { name: "source", type: "url" },
    { name: "at", type: "date" },
    { name: "pull", type: "flag" },
    { name: "attribution", type: "text" },
  ],
  example: '{% quote "Ada Byrne", "harbour master" %}The ferry will sail.{% endquote %}',
  partial: "broadsheet/blocks/quote.njk",
  data: (given, body) => (body ? { ...given, words: body } : undefined),
  plainText: (given, bodyText) => {
    const { name, role, attribution } = given;
    return [bodyText, attribution ?? [name, role].filter(Boolean).join(", ")].filter(Boolean).join("\n");
  },
};

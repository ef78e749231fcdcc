import { formatBytes } from "../../kit/number.ts";
import type { Block } from "./block.ts";
import { fileKind } from "./media-file.ts";

/** A file to read or to keep: its title leads to it, with its format and, where it is known, its size. */
export const document: Block = {
  name: "document",
  body: "none",
  parameters: [
    { name: "src", type: "media", required: true },
    { name: "title", type: "text", required: true },
    { name: "description", type: "text" },
  ],
  example: '{% document "/media/plan.pdf", "The plan for the pier" %}',
  partial: "broadsheet/blocks/document.njk",
  data: ({ src, title, description }, _body, { bytes, language }) => {
    const { format, type } = fileKind(String(src));
    const count = bytes(String(src));
    const size = count === undefined ? undefined : formatBytes(count, language);
    return { src, title, description, type, facts: [format, size].filter((fact) => fact !== undefined) };
  },
  leadsTo: "src",
  plainText: ({ title, description }) => [title, description].filter(Boolean).join("\n"),
};

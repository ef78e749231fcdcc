import type { Block } from "./block.ts";
import { missingFault, othersFault } from "./body-faults.ts";
import { listPictures } from "./inside.ts";

/** Several pictures as one figure, each with its own caption. */
export const gallery: Block = {
  name: "gallery",
  body: "required",
  takes: "pictures",
  parameters: [
    { name: "caption", type: "text" },
    { name: "creditLine", type: "text" },
  ],
  example:
    '{% gallery "The pier" %}![A ferry at the pier](/media/ferry.jpg) The first boat of the day.{% endgallery %}',
  partial: "broadsheet/blocks/gallery.njk",
  data: ({ caption, creditLine }, body) => {
    const { parts } = listPictures(body);
    return parts.length > 0 ? { pictures: parts, caption, creditLine } : undefined;
  },
  plainText: ({ caption, creditLine }, bodyText) =>
    [bodyText, caption, creditLine].filter(Boolean).join("\n"),
  check: (_given, _bodyText, { html }) => {
    const { parts, others } = listPictures(html);
    return parts.length > 0
      ? othersFault(others, "pictures")
      : missingFault(
          "picture",
          "Write pictures in it, such as ![A ferry at the pier](/media/ferry.jpg) Its caption.",
        );
  },
};

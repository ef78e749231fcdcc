import type { Block } from "./block.ts";
import { missingFault, othersFault } from "./body-faults.ts";
import { listItems } from "./inside.ts";

/** What a story comes to, in a list under a label. */
export const keyPoints: Block = {
  name: "keyPoints",
  body: "required",
  takes: "list",
  parameters: [{ name: "title", type: "text" }],
  example: "{% keyPoints %}- The ferry sails on Friday.{% endkeyPoints %}",
  partial: "broadsheet/blocks/key-points.njk",
  data: ({ title }, body, { words }) => {
    const { parts } = listItems(body);
    return parts.length > 0 ? { title: title ?? words.keyPoints, items: parts } : undefined;
  },
  plainText: ({ title }, bodyText) => [title, bodyText].filter(Boolean).join("\n"),
  check: (_given, _bodyText, { html }) => {
    const { parts, others } = listItems(html);
    return parts.length > 0
      ? othersFault(others, "list")
      : missingFault(
          "list",
          "Write a list in it, a line for each point, such as - The ferry sails on Friday.",
        );
  },
};

import type { Block } from "./block.ts";
import { showTable, tableFault } from "./rows.ts";

/** A table with its caption. Cells are shown as they are written; numbers stand one under the other. */
export const table: Block = {
  name: "table",
  body: "required",
  takes: "table",
  parameters: [
    { name: "caption", type: "text", required: true },
    { name: "source", type: "text" },
    { name: "rowHeads", type: "flag" },
  ],
  example:
    '{% table "Crossings in winter" %}\n| Day | Boats |\n| --- | --- |\n| Monday | 3 |\n| Sunday | 1 |\n{% endtable %}',
  partial: "broadsheet/blocks/table.njk",
  data: ({ caption, source, rowHeads }, body, { language }) => {
    const shown = showTable(body, language, rowHeads !== false);
    return shown && { caption, source, table: shown };
  },
  plainText: ({ caption, source }, bodyText) => [caption, bodyText, source].filter(Boolean).join("\n"),
  check: (_given, _bodyText, { html }) => tableFault(html),
};

import { correctionKinds } from "../article.ts";
import type { Block } from "./block.ts";

/** What was wrong, told where it stood. Front matter's `corrections` stand under the story. */
export const correction: Block = {
  name: "correction",
  body: "required",
  parameters: [
    { name: "at", type: "date", required: true },
    { name: "kind", type: "choice", choices: correctionKinds },
  ],
  example: '{% correction "2031-05-10" %}The pier is 90 metres long, not 80.{% endcorrection %}',
  partial: "broadsheet/blocks/correction.njk",
  data: ({ at, kind }, body, { words }) => {
    const known = correctionKinds.find((each) => each === kind) ?? "correction";
    return body ? { at, kind: known, label: words[known], body } : undefined;
  },
  plainText: (_given, bodyText) => bodyText,
};

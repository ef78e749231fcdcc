import type { Block } from "./block.ts";

/** A question and what was answered to it. */
export const questionAnswer: Block = {
  name: "questionAnswer",
  body: "required",
  parameters: [
    { name: "question", type: "text", required: true },
    { name: "asker", type: "text" },
    { name: "answerer", type: "text" },
  ],
  example: '{% questionAnswer "Will she sail?" %}In anything under a gale.{% endquestionAnswer %}',
  partial: "broadsheet/blocks/question-answer.njk",
  data: (given, body) => (body ? { ...given, answer: body } : undefined),
  plainText: ({ question, asker, answerer }, bodyText) =>
    [[asker, question].filter(Boolean).join(": "), [answerer, bodyText].filter(Boolean).join(": ")].join(
      "\n",
    ),
};

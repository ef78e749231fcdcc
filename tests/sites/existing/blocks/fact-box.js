export const factBox = {
  name: "factBox",
  body: "required",
  parameters: [{ name: "title", type: "text", required: true }],
  example: '{% factBox "The pier" %}It is 90 metres long.{% endfactBox %}',
  partial: "fact-box.njk",
  data: ({ title }, body) => ({ title, body }),
  plainText: ({ title }, bodyText) => `${title}\n${bodyText}`,
};

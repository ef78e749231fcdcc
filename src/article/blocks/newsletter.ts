import type { Block } from "./block.ts";

/** Where readers subscribe to a newsletter: a link, or a form where the service's name for its field is known. */
export const newsletter: Block = {
  name: "newsletter",
  body: "either",
  parameters: [
    { name: "address", type: "url", required: true },
    { name: "title", type: "text", required: true },
    { name: "field", type: "text" },
  ],
  example: '{% newsletter "https://lists.example/subscribe", "The Monday boat", field: "email" %}',
  partial: "broadsheet/blocks/newsletter.njk",
  data: ({ address, title, field }, body, { medium }) => ({
    ...{ address, title, body },
    // A feed reader takes the form away and leaves its label.
    field: medium === "page" ? field : undefined,
  }),
  leadsTo: "address",
  plainText: ({ title }, bodyText) => [title, bodyText].filter(Boolean).join("\n"),
  check: ({ address, field }) => {
    if (!/^https?:|^mailto:|^\//i.test(String(address)))
      return `${JSON.stringify(address)} is no address of a page`;
    if (field === undefined) return undefined;
    if (!/^[A-Za-z][\w.[\]-]{0,60}$/.test(String(field)))
      return `${JSON.stringify(field)} is no name of a field`;
    return /^https?:|^\//i.test(String(address)) ? undefined : `a form cannot be sent to ${address}`;
  },
};

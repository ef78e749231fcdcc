import { isInternal } from "../../kit/url.ts";
import type { Block } from "./block.ts";
import { findFrame } from "./providers.ts";

const ratios = ["16:9", "4:3", "1:1", "4:5", "9:16"] as const;

/**
 * What lies elsewhere: a link with its title and its host. Where the theme's script runs and the provider is known,
 * a click shows it in place. Before that, nothing is asked of the provider.
 */
export const embed: Block = {
  name: "embed",
  body: "none",
  parameters: [
    { name: "url", type: "url", required: true },
    { name: "title", type: "text", required: true },
    { name: "caption", type: "text" },
    { name: "ratio", type: "choice", choices: ratios },
  ],
  example: '{% embed "https://vimeo.com/123456789", "The ferry leaves" %}',
  partial: "broadsheet/blocks/embed.njk",
  data: ({ url, title, caption, ratio }, _body, { medium }) => {
    const frame = medium === "page" ? findFrame(String(url)) : undefined;
    const shape = ratio === undefined ? frame?.ratio : String(ratio).replace(":", " / ");
    return { url, title, caption, host: hostOf(String(url)), frame: frame && { ...frame, ratio: shape } };
  },
  leadsTo: "url",
  plainText: ({ title, caption }) => [title, caption].filter(Boolean).join("\n"),
  check: ({ url }) =>
    isInternal(String(url)) || !/^https?:/i.test(String(url))
      ? `${JSON.stringify(url)} is no address elsewhere`
      : undefined,
};

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

import type { Rights } from "../article/rights.ts";
import { fill } from "../article/words.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl, archiveUrl, homeUrl, sectionUrl } from "./addresses.ts";
import { listFeeds } from "./head.ts";
import { listPolicies } from "./listed-policies.ts";

type Link = { readonly name: string; readonly url: string; readonly about?: string };

/** What models of AI are told of the site: where to begin, and what they may do. */
export type LlmsTxt = {
  readonly name: string;
  readonly description?: string;
  readonly rights: { readonly title: string; readonly lines: readonly string[] };
  readonly parts: readonly { readonly title: string; readonly links: readonly Link[] }[];
};

/**
 * `/llms.txt` (llmstxt.org): the name, the description, what AI may do with the text, and the way to fronts, policies,
 * feeds and archive, none of which changes with a story. Where the masthead's rights let AI search or assistants read.
 */
export const llmsTxt: PageKind<LlmsTxt> = {
  name: "llms-txt",
  once: true,
  pagesShowing: () => [],
  always: ({ masthead }) => (isRead(masthead.rights) ? [""] : []),
  url: () => "/llms.txt",
  slice: (_, newsroom) => {
    const { rights, name, description } = newsroom.masthead;
    if (!rights || !isRead(rights)) return undefined;
    const { words } = newsroom;
    return present({
      name,
      description,
      rights: { title: words.aiRights, lines: listRights(rights, newsroom) },
      parts: listParts(newsroom).filter(({ links }) => links.length > 0),
    });
  },
  print: ({ name, description, rights, parts }) => {
    const blocks = [
      `# ${plain(name)}`,
      ...(description === undefined ? [] : [`> ${plain(description)}`]),
      `${plain(rights.title)}:\n\n${rights.lines.map((line) => `- ${plain(line)}`).join("\n")}`,
      ...parts.map(({ title, links }) => `## ${plain(title)}\n\n${links.map(linkText).join("\n")}`),
    ];
    return `${blocks.join("\n\n")}\n`;
  },
};

function isRead(rights: Rights | undefined): boolean {
  return rights !== undefined && (rights.search || rights.assistants);
}

function listRights(rights: Rights, newsroom: Newsroom): string[] {
  const { words } = newsroom;
  const { training, search, assistants, licence, contact } = rights;
  return [
    training ? words.trainingAllowed : words.trainingRefused,
    search ? words.aiSearchAllowed : words.aiSearchRefused,
    assistants ? words.assistantsAllowed : words.assistantsRefused,
    ...(licence === undefined ? [] : [fill(words.aiLicence, { url: absoluteUrl(licence, newsroom) })]),
    ...(contact === undefined ? [] : [fill(words.aiContact, { address: contact })]),
  ];
}

function listParts(newsroom: Newsroom): LlmsTxt["parts"] {
  const { masthead, sections, words, absolute, prints } = newsroom;
  const fronts = sections.map(({ slug, name, description }) =>
    present({ name, url: absolute(sectionUrl(slug)), about: description }),
  );
  const feeds = listFeeds(homeUrl, masthead.name, newsroom);
  return [
    {
      title: words.sections,
      links: [{ name: masthead.name, url: absolute(homeUrl) }, ...(prints("section-front") ? fronts : [])],
    },
    {
      title: words.policies,
      links: listPolicies(newsroom).map(({ name, url }) => ({ name, url: absoluteUrl(url, newsroom) })),
    },
    { title: words.feeds, links: feeds.map(({ name = "", url }) => ({ name, url })) },
    {
      title: words.archive,
      links: prints("archive-index") ? [{ name: words.storiesByMonth, url: absolute(archiveUrl) }] : [],
    },
  ];
}

function linkText({ name, url, about }: Link): string {
  return `- [${plain(name)}](${url.replace(/[()]/g, encodeURIComponent)})${about === undefined ? "" : `: ${plain(about)}`}`;
}

/** Text as Markdown shows it, whatever is in it. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, "\\$&");
}

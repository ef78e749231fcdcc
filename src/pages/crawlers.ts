import { type MachineUse, machineUses, type Rights } from "../article/rights.ts";

/** A crawler by its user agent in robots.txt, who sends it, and where that is said. */
type Crawler = readonly [agent: string, operator: string, source: string];

/**
 * The crawlers that ask robots.txt, by what they are for, as their operators say. A token such as `Google-Extended` is
 * no crawler of its own: it says what the operator's common crawler may be used for.
 */
export const crawlers: Readonly<Record<MachineUse, readonly Crawler[]>> = {
  training: [
    ["AI2Bot", "Ai2", "https://allenai.org/crawler"],
    ["Amazonbot", "Amazon", "https://developer.amazon.com/amazonbot"],
    ["Applebot-Extended", "Apple", "https://support.apple.com/en-us/119829"],
    ["Bytespider", "ByteDance", "https://github.com/ai-robots-txt/ai.robots.txt"],
    ["CCBot", "Common Crawl", "https://commoncrawl.org/ccbot"],
    ["ClaudeBot", "Anthropic", "https://support.claude.com/en/articles/8896518"],
    ["cohere-training-data-crawler", "Cohere", "https://github.com/ai-robots-txt/ai.robots.txt"],
    [
      "Google-Extended",
      "Google",
      "https://developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers",
    ],
    ["GPTBot", "OpenAI", "https://platform.openai.com/docs/bots"],
    ["meta-externalagent", "Meta", "https://developers.facebook.com/docs/sharing/webmasters/web-crawlers"],
    ["PanguBot", "Huawei", "https://github.com/ai-robots-txt/ai.robots.txt"],
    ["webzio-extended", "Webz.io", "https://webz.io/bot.html"],
  ],
  search: [
    ["Amzn-SearchBot", "Amazon", "https://developer.amazon.com/amazonbot"],
    ["Claude-SearchBot", "Anthropic", "https://support.claude.com/en/articles/8896518"],
    ["DuckAssistBot", "DuckDuckGo", "https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot"],
    ["meta-webindexer", "Meta", "https://developers.facebook.com/docs/sharing/webmasters/web-crawlers"],
    ["OAI-SearchBot", "OpenAI", "https://platform.openai.com/docs/bots"],
    ["PerplexityBot", "Perplexity", "https://docs.perplexity.ai/guides/bots"],
    ["YouBot", "You.com", "https://about.you.com/youbot"],
  ],
  assistants: [
    ["Amzn-User", "Amazon", "https://developer.amazon.com/amazonbot"],
    ["ChatGPT-User", "OpenAI", "https://platform.openai.com/docs/bots"],
    ["Claude-User", "Anthropic", "https://support.claude.com/en/articles/8896518"],
    ["meta-externalfetcher", "Meta", "https://developers.facebook.com/docs/sharing/webmasters/web-crawlers"],
    ["MistralAI-User", "Mistral", "https://docs.mistral.ai/robots"],
    ["Perplexity-User", "Perplexity", "https://docs.perplexity.ai/guides/bots"],
  ],
};

/** User agents to which the same is said, and whether they may read the site. */
export type AgentGroup = {
  readonly about: string;
  readonly agents: readonly string[];
  readonly isAllowed: boolean;
};

const abouts: Readonly<Record<MachineUse, string>> = {
  training: "Training of AI models",
  search: "AI search",
  assistants: "Assistants that open a page for somebody who asks",
};

/** What the rights say to each crawler: every user agent stands in one group. */
export function listAgentGroups(rights: Rights): AgentGroup[] {
  const excepted = new Map(Object.entries(rights.agents).map(([agent, may]) => [agent.toLowerCase(), may]));
  const groups = machineUses.map((use) => ({
    about: abouts[use],
    agents: crawlers[use].map(([agent]) => agent).filter((agent) => !excepted.has(agent.toLowerCase())),
    isAllowed: rights[use],
  }));
  const exceptions = [true, false].map((isAllowed) => ({
    about: "By name",
    agents: [
      ...new Map(Object.keys(rights.agents).map((agent) => [agent.toLowerCase(), agent])).values(),
    ].filter((agent) => rights.agents[agent] === isAllowed),
    isAllowed,
  }));
  return [...groups, ...exceptions].filter((group) => group.agents.length > 0);
}

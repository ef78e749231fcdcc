import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Rights } from "../../src/article/rights.ts";
import type { PageKind } from "../../src/edition/page.ts";
import { crawlers } from "../../src/pages/crawlers.ts";
import { llmsTxt } from "../../src/pages/llms-txt.ts";
import { robots } from "../../src/pages/robots.ts";
import { siteOf } from "../../src/pages/site.ts";
import { tdmrep } from "../../src/pages/tdmrep.ts";
import { trustTxt } from "../../src/pages/trust-txt.ts";
import { assets, fullMasthead, newsroomOf, noBodies } from "./newsroom.ts";

const reserved: Rights = { training: false, search: true, assistants: true, agents: {} };
const open: Rights = { training: true, search: true, assistants: true, agents: {} };

function newsroomWith(rights: Rights | undefined, url = "https://packet.example/") {
  const { rights: _, ...others } = fullMasthead;
  return newsroomOf([], { masthead: { ...others, url, ...(rights && { rights }) } });
}

function printed<Slice>(kind: PageKind<Slice>, rights: Rights | undefined, url?: string): string {
  const slice = kind.slice("", newsroomWith(rights, url));
  return slice === undefined ? "" : (kind.print?.(slice, noBodies) ?? "");
}

/** robots.txt as a crawler reads it (RFC 9309 section 2.2): rules by user agent in small letters, other records apart. */
function readRobots(text: string) {
  const rules = new Map<string, string[]>();
  const others: string[] = [];
  let agents: string[] = [];
  let isInRules = false;
  for (const line of text.split("\n").map((each) => each.replace(/#.*/, "").trim())) {
    const [, key = "", value = ""] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (key === "User-agent") {
      if (isInRules) agents = [];
      isInRules = false;
      agents.push(value.toLowerCase());
      assert.not.ok(rules.has(value.toLowerCase()), `${value} has two groups`);
      rules.set(value.toLowerCase(), []);
    } else if (key === "Allow" || key === "Disallow") {
      isInRules = true;
      for (const agent of agents) rules.get(agent)?.push(`${key}: ${value}`.trim());
    } else if (key) others.push(line);
    else assert.is(line, "");
  }
  return { rules, others };
}

function mayRead(text: string, agent: string): boolean {
  const { rules } = readRobots(text);
  const own = rules.get(agent.toLowerCase()) ?? rules.get("*") ?? [];
  return !own.some((rule) => /^Disallow: \//.test(rule));
}

const robotsFile = suite("robots.txt by the rights");
robotsFile("is open without rights", () => {
  assert.is(
    printed(robots, undefined),
    "User-agent: *\nDisallow:\n\nSitemap: https://packet.example/sitemap.xml\n",
  );
});
const uses = Object.keys(crawlers) as (keyof typeof crawlers)[];
for (const use of uses) {
  robotsFile(`shuts out the crawlers of ${use}, and no others`, () => {
    const text = printed(robots, { ...open, [use]: false });
    for (const each of uses)
      for (const [agent] of crawlers[each]) assert.is(mayRead(text, agent), each !== use, agent);
    for (const agent of ["Googlebot", "bingbot", "a-reader"]) assert.ok(mayRead(text, agent), agent);
  });
}
robotsFile("makes the exceptions that are named, however they are written", () => {
  const text = printed(robots, {
    ...reserved,
    agents: { gptbot: true, "OAI-SearchBot": false, NewBot: false },
  });
  const answers = ["GPTBot", "CCBot", "OAI-SearchBot", "PerplexityBot", "NewBot", "OtherBot"].map((agent) =>
    mayRead(text, agent),
  );
  assert.equal(answers, [true, false, false, true, false, true]);
});
robotsFile("names the licence before every group, and the sitemap once", () => {
  const text = printed(robots, { ...reserved, licence: "/rsl.xml" });
  assert.equal(readRobots(text).others, [
    "License: https://packet.example/rsl.xml",
    "Sitemap: https://packet.example/sitemap.xml",
  ]);
  assert.ok(text.indexOf("License:") < text.indexOf("User-agent:"));
});
robotsFile("shuts out of the site alone where it is mounted", () => {
  const text = printed(robots, reserved, "https://packet.example/paper/");
  assert.equal(readRobots(text).rules.get("gptbot"), ["Disallow: /paper/"]);
});
robotsFile("knows each crawler once, with who says so", () => {
  const all = uses.flatMap((use) => crawlers[use]);
  assert.is(new Set(all.map(([agent]) => agent.toLowerCase())).size, all.length);
  for (const [agent, operator, source] of all) {
    assert.match(agent, /^[A-Za-z0-9-]+$/);
    assert.ok(operator);
    assert.match(source, /^https:\/\//);
  }
});
robotsFile.run();

const agreement = suite("what follows from the rights");
const stands: readonly (readonly [boolean, 0 | 1, string])[] = [
  [true, 0, "yes"],
  [false, 1, "no"],
];
for (const [training, reservation, allowed] of stands) {
  agreement(`says the same everywhere where training is ${training}`, () => {
    const rights = { ...open, training };
    assert.is(mayRead(printed(robots, rights), "GPTBot"), training);
    assert.equal(JSON.parse(printed(tdmrep, rights)), [{ location: "/", "tdm-reservation": reservation }]);
    assert.equal(siteOf(newsroomWith(rights), assets).tdm, { reservation });
    assert.match(printed(trustTxt, rights), `\ndatatrainingallowed=${allowed}\n`);
    assert.match(
      printed(llmsTxt, rights),
      training ? "\n- AI models may be trained on it.\n" : "\n- AI models may not be trained on it.\n",
    );
  });
}
agreement("names the policy of the reservation, for the site where it is mounted", () => {
  const tdmPolicy = "https://packet.example/tdm.json";
  const text = printed(tdmrep, { ...reserved, tdmPolicy }, "https://packet.example/paper/");
  assert.equal(JSON.parse(text), [{ location: "/paper/", "tdm-reservation": 1, "tdm-policy": tdmPolicy }]);
});
agreement("is nowhere without rights", () => {
  const newsroom = newsroomWith(undefined);
  assert.equal([tdmrep.slice("", newsroom), llmsTxt.slice("", newsroom)], [undefined, undefined]);
  assert.is(siteOf(newsroom, assets).tdm, undefined);
  assert.not.match(printed(trustTxt, undefined), "datatrainingallowed");
});
agreement.run();

const llms = suite("llmsTxt");
llms("tells what the convention asks for, in its order", () => {
  const rights = {
    ...reserved,
    assistants: false,
    licence: "https://a.example/rsl.xml",
    contact: "r@a.example",
  };
  assert.is(
    printed(llmsTxt, rights),
    `# The Packet

> News of the island.

What AI may do with this text:

- AI models may not be trained on it.
- AI search may index it, and answer from it with a link to the story.
- Assistants may not open its pages, even for a reader who asks.
- The licence: https://a.example/rsl.xml
- For anything else, ask r@a.example.

## Sections

- [The Packet](https://packet.example/)
- [News](https://packet.example/news/): What happened.
- [Sport](https://packet.example/sport/)

## Policies

- [Publishing principles](https://packet.example/about/)
- [Ownership and funding](https://packet.example/about/#owners)
- [Editorial staff](https://packet.example/staff/)
- [Mission and priorities](https://packet.example/about/#mission)
- [Ethics](https://packet.example/standards/#ethics)
- [Fact-checking](https://packet.example/standards/#facts)
- [Unnamed sources](https://packet.example/standards/#sources)
- [Unsigned stories](https://packet.example/standards/#bylines)
- [Corrections policy](https://packet.example/standards/#corrections)
- [Feedback](https://packet.example/contact/)
- [Diversity](https://society.example/diversity/)

## Feeds

- [RSS](https://packet.example/feed.xml)
- [Atom](https://packet.example/atom.xml)
- [JSON Feed](https://packet.example/feed.json)

## Archive

- [All stories by month](https://packet.example/archive/)
`,
  );
});
llms("is not there where neither AI search nor assistants may read", () => {
  assert.is(printed(llmsTxt, { ...open, search: false, assistants: false }), "");
  assert.ok(printed(llmsTxt, { ...open, search: false }));
});
llms("links no page that is not printed, and is no markup whatever names are", () => {
  const name = "[x](javascript:alert(1)) <b>";
  const newsroom = {
    ...newsroomWith(reserved),
    sections: [{ slug: "news", name }],
    prints: (kind: string) => kind === "section-front",
  };
  const slice = llmsTxt.slice("", newsroom);
  const text = slice ? (llmsTxt.print?.(slice, noBodies) ?? "") : "";
  assert.equal(
    text
      .split("\n")
      .filter((line) => /^## |^- \[/.test(line))
      .slice(0, 4),
    [
      "## Sections",
      "- [The Packet](https://packet.example/)",
      "- [\\[x\\](javascript:alert(1)) \\<b\\>](https://packet.example/news/)",
      "## Policies",
    ],
  );
  assert.not.match(text, /^## (Feeds|Archive)/m);
});
llms.run();

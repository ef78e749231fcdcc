import type { Newsroom, Scope } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { renderXml, xml } from "../kit/xml.ts";
import { frontUrl } from "./addresses.ts";
import { feedFormats } from "./feed-formats.ts";

/** Every feed of the site, for readers that take a list of them. */
export type FeedList = {
  readonly title: string;
  readonly feeds: readonly { readonly text: string; readonly feed: string; readonly front: string }[];
};

/** `/opml.xml` (OPML 2.0, a subscription list): the feeds of the home front and of each section. */
export const opml: PageKind<FeedList> = {
  name: "opml",
  pagesShowing: () => [],
  always: (newsroom) => (findFormat(newsroom) ? [""] : []),
  url: () => "/opml.xml",
  slice: (_, newsroom) => {
    const { masthead, sections } = newsroom;
    const file = findFormat(newsroom);
    if (file === undefined) return undefined;
    const feedOf = (text: string, scope: Scope) => {
      const front = newsroom.absolute(newsroom.path(frontUrl(scope)));
      return { text, feed: front + file, front };
    };
    return {
      title: masthead.name,
      feeds: [
        feedOf(masthead.name, {}),
        ...sections.map(({ slug, name }) => feedOf(`${masthead.name} – ${name}`, { section: slug })),
      ],
    };
  },
  print: ({ title, feeds }) =>
    renderXml(
      xml(
        "opml",
        { version: "2.0" },
        xml("head", {}, xml("title", {}, title)),
        xml(
          "body",
          {},
          ...feeds.map(({ text, feed, front }) =>
            xml("outline", { type: "rss", text, title: text, xmlUrl: feed, htmlUrl: front }),
          ),
        ),
      ),
    ),
};

/** The file of the first format in which the site prints its feeds. */
function findFormat({ prints }: Newsroom): string | undefined {
  return feedFormats.find(({ kind }) => prints(kind))?.file;
}

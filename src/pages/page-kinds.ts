import type { PageKind } from "../edition/page.ts";
import { archiveIndex } from "./archive-index.ts";
import { articlePage } from "./article-page.ts";
import { atomFeed } from "./atom-feed.ts";
import { contributorFront } from "./contributor-front.ts";
import { homeFront } from "./home-front.ts";
import { jsonFeed } from "./json-feed.ts";
import { liveFeed } from "./live-feed.ts";
import { liveUpdates } from "./live-updates.ts";
import { monthArchive } from "./month-archive.ts";
import { newsSitemap } from "./news-sitemap.ts";
import { notFound } from "./not-found.ts";
import { redirect } from "./redirect.ts";
import { robots } from "./robots.ts";
import { rssFeed } from "./rss-feed.ts";
import { sectionFront } from "./section-front.ts";
import { seriesFront } from "./series-front.ts";
import { sitemapFronts } from "./sitemap-fronts.ts";
import { sitemapIndex } from "./sitemap-index.ts";
import { sitemapMonth } from "./sitemap-month.ts";
import { topicFront } from "./topic-front.ts";
import { yearArchive } from "./year-archive.ts";

/** Every kind of page that Broadsheet prints of itself. */
export const pageKinds: readonly PageKind[] = [
  articlePage,
  liveUpdates,
  liveFeed,
  homeFront,
  sectionFront,
  topicFront,
  contributorFront,
  seriesFront,
  monthArchive,
  yearArchive,
  archiveIndex,
  rssFeed,
  atomFeed,
  jsonFeed,
  sitemapIndex,
  sitemapMonth,
  sitemapFronts,
  newsSitemap,
  notFound,
  redirect,
  robots,
];

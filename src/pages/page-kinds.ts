import type { PageKind } from "../edition/page.ts";
import { adsTxt } from "./ads-txt.ts";
import { archiveIndex } from "./archive-index.ts";
import { articleOEmbed } from "./article-oembed.ts";
import { articlePage } from "./article-page.ts";
import { atomFeed } from "./atom-feed.ts";
import { contributorFront } from "./contributor-front.ts";
import { correctionsLog } from "./corrections-log.ts";
import { homeFront } from "./home-front.ts";
import { indexNowKey } from "./indexnow-key.ts";
import { jsonFeed } from "./json-feed.ts";
import { killedNotice } from "./killed-notice.ts";
import { liveFeed } from "./live-feed.ts";
import { liveUpdates } from "./live-updates.ts";
import { llmsTxt } from "./llms-txt.ts";
import { monthArchive } from "./month-archive.ts";
import { newsSitemap } from "./news-sitemap.ts";
import { notFound } from "./not-found.ts";
import { offlinePage } from "./offline-page.ts";
import { opml } from "./opml.ts";
import { redirect } from "./redirect.ts";
import { redirectsFile, redirectsForCaddy, redirectsForNginx } from "./redirect-files.ts";
import { robots } from "./robots.ts";
import { rssFeed } from "./rss-feed.ts";
import { savedStories } from "./saved-stories.ts";
import { sectionFront } from "./section-front.ts";
import { securityTxt } from "./security-txt.ts";
import { seriesFront } from "./series-front.ts";
import { serviceWorker } from "./service-worker.ts";
import { sitemapFronts } from "./sitemap-fronts.ts";
import { sitemapIndex } from "./sitemap-index.ts";
import { sitemapMonth } from "./sitemap-month.ts";
import { tdmrep } from "./tdmrep.ts";
import { textArticle } from "./text-article.ts";
import { textFront } from "./text-front.ts";
import { topicFront } from "./topic-front.ts";
import { trustTxt } from "./trust-txt.ts";
import { webManifest } from "./web-manifest.ts";
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
  correctionsLog,
  killedNotice,
  redirect,
  redirectsFile,
  redirectsForNginx,
  redirectsForCaddy,
  robots,
  tdmrep,
  trustTxt,
  securityTxt,
  adsTxt,
  llmsTxt,
  indexNowKey,
  webManifest,
  opml,
  articleOEmbed,
  textArticle,
  textFront,
  savedStories,
  serviceWorker,
  offlinePage,
];

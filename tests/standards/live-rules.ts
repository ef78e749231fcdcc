import { attribute } from "../page-tree.ts";
import { isNode, listOf, typesOf } from "./graph-page.ts";
import type { GraphRule } from "./graph-rule.ts";

const source = "schema.org/LiveBlogPosting; Google, Article: live blogs";

/** Live blogs and their updates. */
export const liveRules: readonly GraphRule[] = [
  {
    name: "live-begins",
    source: `${source} (coverageStartTime)`,
    of: "LiveBlogPosting",
    node: ({ node }) => (node.coverageStartTime === undefined ? "has no coverageStartTime" : undefined),
  },
  {
    name: "live-ends",
    source: `${source} (coverageEndTime)`,
    of: "LiveBlogPosting",
    node: ({ node }) =>
      Date.parse(String(node.coverageEndTime)) < Date.parse(String(node.coverageStartTime))
        ? "ends before it begins"
        : undefined,
  },
  {
    name: "live-updates",
    source: `${source} (liveBlogUpdate)`,
    of: "LiveBlogPosting",
    node: ({ node }) => {
      const updates = listOf(node.liveBlogUpdate);
      if (updates.length === 0) return "has no update";
      return updates.map((update, at) =>
        isNode(update) && typesOf(update).includes("BlogPosting")
          ? undefined
          : `update ${at + 1} is no BlogPosting`,
      );
    },
  },
  {
    name: "update-words",
    source: `${source} (headline, articleBody)`,
    of: "BlogPosting",
    node: ({ node, parent }) =>
      parent === "liveBlogUpdate" && node.headline === undefined && node.articleBody === undefined
        ? "says nothing"
        : undefined,
  },
  {
    name: "update-dated",
    source: `${source} (datePublished)`,
    of: "BlogPosting",
    node: ({ node, parent }) =>
      parent === "liveBlogUpdate" && node.datePublished === undefined ? "has no date" : undefined,
  },
  {
    name: "update-anchor",
    source: `${source} (url: the update's own address)`,
    of: "BlogPosting",
    node: ({ node, parent }, { url, elements }) => {
      if (parent !== "liveBlogUpdate") return undefined;
      const [page, anchor] = String(node.url).split("#");
      const isThere = elements.some((element) => anchor !== undefined && attribute(element, "id") === anchor);
      // Older updates have their addresses on pages below the blog's own.
      const isBelow = page !== url && page?.startsWith(`${url}updates/`) && anchor;
      return (page === url && isThere) || isBelow ? undefined : `${node.url} is no anchor of the page`;
    },
  },
];

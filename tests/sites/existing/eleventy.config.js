import broadsheet from "eleventy-plugin-broadsheet";
import { factBox } from "./blocks/fact-box.js";
import { authorList } from "./kinds/author-list.js";

export default function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy({ "content/media/logo.txt": "logo.txt" });
  eleventyConfig.addFilter("shout", (text) => `${text}!`);
  eleventyConfig.addPlugin(broadsheet, {
    now: "2026-11-20T12:00Z",
    pages: { "home-front": false, "author-list": authorList },
    blocks: [factBox],
    feeds: "full",
  });
  return { dir: { input: "content" } };
}

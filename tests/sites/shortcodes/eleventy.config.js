import broadsheet from "eleventy-plugin-broadsheet";

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(broadsheet, { pages: false, now: "2026-11-20T12:00Z" });
}

import type { Report } from "./report.ts";

/** Under which conditions it was measured, as sentences. */
export function conditionsOf({ machine, versions, command, startedAt, rows, missing }: Report): string[] {
  const { cores, processor, memoryBytes, system, folder } = machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const isBeside = rows.some(({ tool }) => tool === "ours") && rows.some(({ tool }) => tool === "hugo");
  return [
    `${cores} cores of ${processor}, ${(memoryBytes / 1024 ** 3).toFixed(0)} GB of memory, ${system}; content and output in ${folder}.`,
    `${named.join(", ")}.`,
    `\`${command}\`, ${startedAt.slice(0, 10)}.`,
    "Seconds are medians of wall time, memory is the most of all processes together; nothing is dropped from the page cache.",
    ...(isBeside
      ? [
          "Broadsheet's “same pages” are the kinds of page that the others print too, and a feed a front and a sitemap a month more; its “whole newspaper” is everything that it prints without options.",
          "A “fresh clone” is a new `git clone` of the site, so that every file has a new time, beside the cache and the output of the last edition.",
        ]
      : []),
    ...missing.map(({ name, reason }) => `Left out: ${name}. ${reason}.`),
  ];
}

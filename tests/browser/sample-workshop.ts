const cache = ".cache/browser";

/** Where the sample newsroom is printed for browsers, below the project's folder: the next run finds what it left. */
export const workshop = {
  /** A folder for each state of the sources. */
  sites: `${cache}/sites`,
  /** Holds the number of the process that prints. */
  lock: `${cache}/lock`,
  output: `${cache}/output`,
  archive: `${cache}/archive`,
  /** Which template printed which page. */
  templates: `${cache}/templates.json`,
} as const;

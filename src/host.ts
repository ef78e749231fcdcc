/** The methods of Eleventy that Broadsheet calls. Eleventy 3 ships no types of its own. */
export type EleventyConfig = {
  readonly versionCheck: (range: string) => void;
  readonly directories: Directories;
  readonly ignores: Set<string>;
  readonly watchIgnores: Set<string>;
  readonly addTemplate: (path: string, content: unknown, data: object) => void;
  readonly addTemplateFormats: (formats: string) => void;
  readonly addExtension: (extension: string, language: Language) => void;
  readonly addCollection: (name: string, collect: () => unknown) => void;
  readonly addFilter: (name: string, filter: (...values: never[]) => unknown) => void;
  readonly addShortcode: (name: string, render: (...values: unknown[]) => string) => void;
  readonly addPairedShortcode: (name: string, render: (...values: unknown[]) => string) => void;
  readonly addLiquidTag: (name: string, tag: (engine: LiquidEngine) => object) => void;
  readonly addNunjucksShortcode: EleventyConfig["addShortcode"];
  readonly addPairedNunjucksShortcode: EleventyConfig["addShortcode"];
  readonly addJavaScriptFunction: EleventyConfig["addShortcode"];
  /** What was registered for an engine, by name. */
  readonly nunjucks?: Readonly<
    Record<"shortcodes" | "pairedShortcodes" | "asyncShortcodes" | "asyncPairedShortcodes" | "tags", object>
  >;
  readonly liquid?: Readonly<Record<"shortcodes" | "pairedShortcodes" | "tags", object>>;
  readonly javascript?: Readonly<Record<"functions", object>>;
  readonly addGlobalData: (name: string, value: unknown) => void;
  readonly addTransform: (name: string, transform: (content: unknown) => unknown) => void;
  readonly addWatchTarget: (path: string) => void;
  readonly amendLibrary: (engine: "njk", amend: (environment: NunjucksEnvironment) => void) => void;
  readonly getFilter: (name: string) => ((...values: unknown[]) => unknown) | undefined;
  readonly getFilters: () => Readonly<Record<string, (...values: unknown[]) => unknown>>;
  readonly setUseGitIgnore: (isUsed: boolean) => void;
  readonly setDataDirectory: (folder: string) => void;
  readonly setDataFileSuffixes: (suffixes: string[]) => void;
  readonly events: { readonly removeAllListeners: (event: string) => unknown };
  readonly on: (event: string, listen: (event: never) => unknown) => void;
};

/** What prints a page from its data. */
export type Renderer = (data: never) => string | Promise<string>;

/** A template language that extends another. */
export type Language = {
  readonly key: string;
  readonly compileOptions: { readonly cache: boolean };
  /** Called once for each text in the language. `defaultRenderer` is what the language that it extends makes of it. */
  compile(this: { readonly defaultRenderer: Renderer }, content: string): Renderer;
};

/** Folders of a site, as Eleventy gives them: relative to the working folder, with `./` and a slash at the end. */
export type Directories = {
  readonly input: string;
  readonly output: string;
  readonly includes: string | undefined;
  readonly data: string | undefined;
};

/** What `eleventy.env` gets. */
export type Environment = {
  /** Who runs Eleventy: its command, or a program that may have configured it in ways that no file says. */
  readonly source: "cli" | "script";
  /** The configuration file, absolute. */
  readonly config?: string;
};

/** What `eleventy.before` gets. */
export type BuildEvent = {
  readonly directories: Directories;
  readonly runMode: "build" | "serve" | "watch";
  readonly outputMode: "fs" | "json" | "ndjson";
};

/** What `eleventy.contentMap` gets: which template prints which URL in this build. */
export type ContentMapEvent = {
  readonly urlToInputPath: Readonly<Record<string, { readonly inputPath: string }>>;
};

/** What `eleventy.after` gets besides. */
export type BuiltEvent = BuildEvent & {
  readonly results: readonly {
    readonly outputPath: string | false;
    readonly url: string | false;
    readonly content: unknown;
  }[];
};

/** As much of a Nunjucks environment as is shared with Eleventy's. */
export type NunjucksEnvironment = {
  loaders: readonly { readonly searchPaths?: string[] }[];
  readonly invalidateCache?: () => void;
  readonly render: (
    template: string,
    context: object,
    done: (fault: Error | null, text: string | null) => void,
  ) => void;
  readonly addFilter: (name: string, filter: (...values: never[]) => unknown) => void;
};

/** As much of LiquidJS as its tags need. */
export type LiquidEngine = {
  readonly evalValueSync: (expression: string, context: unknown) => unknown;
  readonly parser: { readonly parseStream: (tokens: unknown[]) => LiquidStream };
  readonly renderer: {
    readonly renderTemplates: (templates: unknown[], context: unknown) => Iterable<unknown>;
  };
};

export type LiquidStream = {
  readonly setUseGitIgnore: (isUsed: boolean) => void;
  readonly setDataDirectory: (folder: string) => void;
  readonly setDataFileSuffixes: (suffixes: string[]) => void;
  readonly on: (event: string, listen: (value: never) => void) => LiquidStream;
  readonly start: () => void;
  readonly stop: () => void;
};

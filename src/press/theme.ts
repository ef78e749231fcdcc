import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "../host.ts";
import { sha256 } from "../kit/hash.ts";
import { themeFolder } from "./setup.ts";

/** Where templates are looked for, in order: the site's includes, the working folder, our theme. */
export type Theme = {
  readonly folders: readonly string[];
  /** Hash of templates and of all that they extend, include or import. */
  readonly fingerprint: (templates: readonly string[]) => string;
  /** Text of a file of the theme, or undefined. */
  readonly find: (name: string) => string | undefined;
};

/** The templates as they lie on disk now. */
export function openTheme(folders: readonly string[]): Theme {
  const texts = new Map<string, string | undefined>();
  const find = (name: string) => {
    if (!texts.has(name)) texts.set(name, readFirst(folders, name));
    return texts.get(name);
  };
  return {
    folders,
    find,
    fingerprint: (templates) => {
      const seen = new Map<string, string | undefined>();
      const open = [...templates];
      for (let name = open.pop(); name !== undefined; name = open.pop()) {
        if (seen.has(name)) continue;
        const text = find(name);
        seen.set(name, text);
        if (text !== undefined) open.push(...listNeeds(text));
        if (text !== undefined && includesByVariable.test(text)) open.push(...listTemplates(folders));
      }
      return sha256(JSON.stringify([...seen].sort(([a], [b]) => (a < b ? -1 : 1))));
    },
  };
}

/** A template that works out what it includes while it runs may need any file of the theme. */
const includesByVariable = /\{%-?\s*(?:extends|include|import|from)\s+[^"'\s]/;

/** All files below the theme's folders, but for the working folder. */
function listTemplates(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    folder !== process.cwd() && existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
          statSync(join(folder, name)).isFile(),
        )
      : [],
  );
}

/** Templates that a template names. */
function listNeeds(text: string): string[] {
  const named = /\{%-?\s*(?:extends|include|import|from)\s+(?:"([^"]+)"|'([^']+)')/g;
  return Array.from(text.matchAll(named), ([, double, single]) => double ?? single ?? "");
}

function readFirst(folders: readonly string[], name: string): string | undefined {
  const folder = folders.find((candidate) => existsSync(join(candidate, name)));
  return folder === undefined ? undefined : readFileSync(join(folder, name), "utf8");
}

/**
 * Makes our theme known to Eleventy's Nunjucks, behind the site's own folders: a file of the same name there wins.
 */
export function registerTheme(eleventyConfig: EleventyConfig): void {
  eleventyConfig.amendLibrary("njk", (environment) => {
    for (const { searchPaths } of environment.loaders) {
      if (searchPaths && !searchPaths.includes(themeFolder)) searchPaths.push(themeFolder);
    }
    eleventyConfig.on("eleventy.before", () => environment.invalidateCache?.());
  });
}

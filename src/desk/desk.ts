import type { Article, BodyPart, Live, Reference } from "../article/article.ts";
import { type BodyRules, type Copy, type Draft, listFirst, readBody } from "../article/body.ts";
import { tell } from "../article/rules.ts";
import { searchHashOf } from "../article/search-record.ts";
import type { Problem } from "../kit/problem.ts";
import { isInternal, localPath } from "../kit/url.ts";
import { type AcceptContext, accept } from "./accept.ts";
import { type ReadCopy, readSuspect, type Suspect } from "./changes.ts";
import type { CopyFile, CopyFolder } from "./copy-folder.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";

/** What copy is judged by, apart from itself. */
export type DeskRules = Omit<AcceptContext, "file"> &
  BodyRules & {
    readonly siteUrl: string;
    /** Folder of the articles as problems name it, such as `content/articles`. */
    readonly folder: string;
  };

/** What the desk makes of a file: an article, unless something stops it. */
export type Judgement = {
  readonly article?: Article;
  readonly problems: readonly Problem[];
  /** The article's body, for whoever prints it in the same run. */
  readonly draft?: () => Draft;
};

/** What became of a file that may have changed; without a judgement where its bytes are those of before. */
export type Reading = CopyFile & { readonly hash: string; readonly judgement?: Judgement };

/** The largest file that is read, in bytes. */
const largest = 10 * 1024 * 1024;

/** Reads a file that may have changed, and judges it where it did. */
export function readCopy(suspect: Suspect, folder: Pick<CopyFolder, "read">, rules: DeskRules): Reading {
  const { bytes, ...copy } = readSuspect(suspect, folder);
  if (copy.hash === suspect.last?.hash) return copy;
  return { ...copy, judgement: judge({ ...copy, bytes }, rules) };
}

/** Judges a file of copy: its bytes, its front matter, its body. */
export function judge(file: Pick<ReadCopy, "file" | "hash" | "bytes">, rules: DeskRules): Judgement {
  const shown = rules.folder ? `${rules.folder}/${file.file}` : file.file;
  const text = decode(file.bytes, shown);
  if (typeof text !== "string") return { problems: [text] };
  const parsed = parseFrontMatter(shown, text);
  if ("problems" in parsed) return parsed;
  const { metadata, problems } = accept(parsed, { ...rules, file: file.file });
  const copy = {
    format: formatOf(file.file),
    text: parsed.body,
    file: shown,
    line: parsed.bodyLine,
    language: metadata?.language ?? rules.language,
    isLive: isLive(parsed),
  } as const;
  const {
    problems: bodyProblems,
    media,
    mentions,
    draft,
    live,
    text: words,
    ...reading
  } = readBody(copy, rules);
  const all = [...problems, ...bodyProblems];
  if (!metadata || all.some(({ severity }) => severity === "stop")) return { problems: all };
  const lead = metadata.lead && { ...metadata.lead, src: localPath(metadata.lead.src, rules.siteUrl) };
  const local = (reference: Reference) => ({ ...reference, to: localPath(reference.to, rules.siteUrl) });
  const { shown: leads, ...known } = metadata;
  const pictures = [...leads.map(local).filter(({ to }) => isInternal(to)), ...media];
  return {
    article: {
      ...known,
      ...reading,
      ...(lead && { lead }),
      related: metadata.related.map(local),
      translations: metadata.translations.map(local),
      mentions: mentions.map(local),
      media: listFirst(pictures),
      copyHash: file.hash,
      searchHash: searchHashOf(metadata, words),
      ...(live && { live: withLocalPaths(live, rules.siteUrl) }),
    },
    problems: all,
    draft,
  };
}

/** Whether front matter says that the article is a live blog, whatever else is wrong with it. */
function isLive({ fields }: FrontMatter): boolean {
  const genre = fields.get("genre")?.tree;
  return genre?.kind === "scalar" && genre.text.trim() === "live";
}

function withLocalPaths({ introduction, updates, ...live }: Live, siteUrl: string): Live {
  const local = <Part extends BodyPart>(part: Part): Part => ({
    ...part,
    mentions: part.mentions.map((to) => localPath(to, siteUrl)),
  });
  return { ...live, introduction: local(introduction), updates: updates.map(local) };
}

/**
 * The body of a file that was accepted, for printing. `bytes` are the file's.
 */
export function bodyOf(file: string, bytes: Uint8Array, isLive = false): Copy {
  const text = new TextDecoder("utf-8").decode(bytes);
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(3));
  const start = close ? close.index + close[0].length + 3 : 0;
  const line = text.slice(0, start).split("\n").length;
  return { format: formatOf(file), text: text.slice(start), file, line, isLive };
}

function formatOf(file: string): Copy["format"] {
  return /\.txt$/i.test(file) ? "plain" : "markdown";
}

function decode(bytes: Uint8Array, file: string): string | Problem {
  const place = { file, line: 1, column: 1 };
  if (bytes.byteLength > largest) {
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1);
    return tell("file-size", place, { size, limit: largest / 1024 / 1024 });
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return tell("file-encoding", invalidPlace(bytes, file), {});
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const control = /[\u0000-\u0008\u000b\u000e-\u001f]/.exec(text);
  if (!control) return text;
  const before = text.slice(0, control.index).split("\n");
  const code = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  const at = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return tell("file-characters", at, { code });
}

/** Where the first bytes stand that are not UTF-8. */
function invalidPlace(bytes: Uint8Array, file: string) {
  const lines = new TextDecoder("utf-8").decode(bytes).split("\n");
  const line = lines.findIndex((text) => text.includes("\ufffd"));
  return { file, line: Math.max(line, 0) + 1, column: Math.max(lines[line]?.indexOf("\ufffd") ?? 0, 0) + 1 };
}

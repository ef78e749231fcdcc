import type { Block } from "../article/blocks/block.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import type { FingerprintedKind } from "../edition/plan.ts";
import { hashOf } from "../kit/hash.ts";
import type { Site } from "../pages/site.ts";
import type { Theme } from "./theme.ts";

/** What pages depend on beyond their slices. */
export type Causes = {
  readonly theme: Theme;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly newsroom: Newsroom;
  readonly publications: ReadonlyMap<string, Site>;
  /** Path that the site begins with. */
  readonly mount: string;
  /** Hash of this package's code and of the versions that it runs on. */
  readonly code: string;
  /** Hash of what the reading of copy depends on. */
  readonly rulesHash: string;
};

/** Each kind with the fingerprint of its template and all that this includes, of the blocks where it shows bodies, and of the publication. */
export function fingerprintKinds(kinds: readonly PageKind[], causes: Causes): FingerprintedKind[] {
  const { theme, blocks, newsroom, publications, mount, code, rulesHash } = causes;
  const partials = hashOf([theme.fingerprint([...blocks.values()].map(({ partial }) => partial)), rulesHash]);
  const sections = newsroom.locales.map((locale) => newsroom.in(locale).sections);
  const names = kinds.map(({ name }) => name);
  const shared = [code, mount, [...publications], sections, newsroom.feeds, names];
  return kinds.map((kind) => ({
    kind,
    fingerprint: isCopied(kind)
      ? hashOf(["copied", kind.shares?.(newsroom)])
      : hashOf([
          shared,
          kind.template === undefined ? "" : theme.fingerprint([kind.template]),
          kind.showsBodies ? partials : "",
        ]),
  }));
}

/** Whether a kind's files are copied as they are, so that nothing but their bytes can change them. */
function isCopied(kind: PageKind): boolean {
  return kind.template === undefined && kind.print === undefined;
}

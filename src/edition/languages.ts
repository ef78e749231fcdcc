import type { Newsroom } from "./newsroom.ts";
import type { PageKind } from "./page.ts";

/** Stands between a language and a page's key: ASCII's unit separator, which no key of a kind's own holds. */
const mark = "\u001f";

/**
 * A kind whose pages are printed in each of the paper's languages. The kind knows of one language alone; keys of pages
 * in another one than the masthead's begin with its key, and so do their paths: `/fr/topics/ferries/`.
 */
export function inEachLanguage(kind: PageKind): PageKind {
  if (kind.once) return kind;
  return {
    ...kind,
    pagesShowing: (article) => kind.pagesShowing(article).map((key) => keyIn(article.locale, key)),
    ...(kind.always && {
      always: (newsroom: Newsroom) =>
        newsroom.locales.flatMap((locale) =>
          (kind.always?.(newsroom.in(locale)) ?? []).map((key) => keyIn(locale, key)),
        ),
    }),
    url: (key, newsroom) => {
      const { own, room } = splitKey(key, newsroom);
      return room ? room.path(kind.url(own, room)) : "";
    },
    slice: (key, newsroom) => {
      const { own, room } = splitKey(key, newsroom);
      return room && kind.slice(own, room);
    },
  };
}

/** A page's key as messages show it. */
export function shownKey(key: string): string {
  return key.replace(mark, " ");
}

function keyIn(locale: string | undefined, key: string): string {
  return locale ? `${locale}${mark}${key}` : key;
}

/** A page's key within its language, and the newsroom of that language, unless the paper has it no more. */
function splitKey(key: string, newsroom: Newsroom): { readonly own: string; readonly room?: Newsroom } {
  const at = key.indexOf(mark);
  if (at < 0) return { own: key, room: newsroom.in("") };
  const locale = key.slice(0, at);
  const own = key.slice(at + 1);
  return newsroom.locales.includes(locale) ? { own, room: newsroom.in(locale) } : { own };
}

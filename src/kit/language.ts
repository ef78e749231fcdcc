const lists = new Map<string, Intl.ListFormat>();

/** What a language writes between the parts of a list of so many: `, ` and ` and `. */
export function listSeparators(count: number, language: string): string[] {
  const format = lists.get(language) ?? new Intl.ListFormat(language);
  lists.set(language, format);
  const parts = format.formatToParts(Array.from({ length: count }, () => "x"));
  return parts.flatMap(({ type, value }) => (type === "literal" ? [value] : []));
}

/** What a language is called in another one; without that, what it calls itself: `français`, `العربية`. */
export function languageName(language: string, reader = language): string {
  return new Intl.DisplayNames([reader], { type: "language" }).of(language) ?? language;
}

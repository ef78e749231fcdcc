import type { Story } from "./search-program.ts";

const { lang } = document.documentElement;

/** A text of the page with a number in it. */
export function fillCount(text: string | undefined, count: number): string | undefined {
  return text?.replace("{count}", count.toLocaleString(lang));
}

/** The part of a page, or of a line, that has this name. */
export function findPart(place: ParentNode, name: string): HTMLElement | null {
  return place.querySelector<HTMLElement>(`[data-part=${name}]`);
}

/** A story as a line, made of the page's template. A part that the template does not have is left out. */
export function lineOf(template: HTMLTemplateElement, story: Story, form: HTMLFormElement): HTMLElement {
  const { url, excerpt, meta, filters } = story;
  const line = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const fill = (name: string, ...content: readonly (string | Node)[]) => {
    const part = findPart(line, name);
    part?.replaceChildren(...content);
    return part;
  };
  const date = String(filters.date);
  fill("genre", nameOf(form, "genre", filters));
  fill("section", nameOf(form, "section", filters));
  fill("date", new Date(date).toLocaleDateString(lang, { dateStyle: "long", timeZone: "UTC" }))?.setAttribute(
    "datetime",
    date,
  );
  const headline = fill("headline", meta.title);
  headline?.setAttribute("href", url);
  const text = fill("excerpt", ...excerpt.split(/<\/?mark>/).map(markedPart));
  for (const part of [headline, text]) part?.setAttribute("lang", String(filters.language));
  return line;
}

/** Every second part of an excerpt is one of the words that were looked for. */
function markedPart(words: string, at: number): HTMLElement {
  const part = document.createElement(at % 2 ? "mark" : "span");
  part.textContent = words.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return part;
}

/** What the page calls that by which a story is filed, where one can choose it. */
function nameOf(form: HTMLFormElement, filter: string, filters: Story["filters"]): string {
  const choice = form.querySelector<HTMLOptionElement>(`[name=${filter}] [value="${filters[filter]}"]`);
  return choice?.text ?? "";
}

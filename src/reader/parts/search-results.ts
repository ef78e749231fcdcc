import type { Story } from "./search-program.ts";

const { lang } = document.documentElement;

/** A text of the page with a number in it. */
export function fillCount(text: string | undefined, count: number): string | undefined {
  return text?.replace("{count}", count.toLocaleString(lang));
}

/** A story as a line, made of the page's template. */
export function lineOf(template: HTMLTemplateElement, story: Story, form: HTMLFormElement): HTMLElement {
  const { url, excerpt, meta, filters } = story;
  const line = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
  const [genre, section, date, link, text] = line.querySelectorAll(
    "[data-part]",
  ) as Iterable<HTMLElement> as Parts;
  [line.lang, date.dateTime] = [String(filters.language), String(filters.date)];
  genre.textContent = nameOf(form, "genre", filters);
  section.textContent = nameOf(form, "section", filters);
  date.textContent = new Date(date.dateTime).toLocaleDateString(lang, { dateStyle: "long", timeZone: "UTC" });
  link.href = url;
  link.textContent = meta.title;
  for (const [at, words] of excerpt.split(/<\/?mark>/).entries()) {
    const part = document.createElement(at % 2 ? "mark" : "span");
    part.textContent = words.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    text.append(part);
  }
  return line;
}

/** What the template's marked parts are, in their order. */
type Parts = Iterable<HTMLElement> &
  [HTMLElement, HTMLElement, HTMLTimeElement, HTMLAnchorElement, HTMLElement];

/** What the page calls that by which a story is filed, where one can choose it. */
function nameOf(form: HTMLFormElement, filter: string, filters: Story["filters"]): string {
  const choice = form.querySelector<HTMLOptionElement>(`[name=${filter}] [value="${filters[filter]}"]`);
  return choice?.text ?? "";
}

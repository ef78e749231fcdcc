import type { SavedStory } from "./saved-stories.ts";

/**
 * Fills the `ol` of an element with stories, each made of its `template`; what says that there are none is hidden where
 * there are. `remove`: what the button of a line does.
 */
export function fillList(
  list: HTMLElement,
  stories: readonly SavedStory[],
  remove?: (story: SavedStory) => void,
): void {
  const template = list.querySelector("template");
  const lines = list.querySelector("ol");
  const nothing = list.querySelector<HTMLElement>(".empty");
  if (!template || !lines || !nothing) return;
  list.hidden = false;
  nothing.hidden = stories.length > 0;
  lines.replaceChildren(
    ...stories.map((story, at) => {
      const line = lineOf(template, story);
      const button = line.querySelector("button");
      button?.setAttribute("aria-label", `${button.textContent}: ${story.headline}`);
      button?.addEventListener("click", () => {
        remove?.(story);
        // Who goes through the list by keyboard stays where the line was.
        const left = lines.querySelectorAll("button");
        (left[at] ?? left[at - 1] ?? nothing).focus();
      });
      return line;
    }),
  );
}

function lineOf(template: HTMLTemplateElement, story: SavedStory): DocumentFragment {
  const line = document.importNode(template.content, true);
  const link = line.querySelector("a");
  const section = line.querySelector(".in-section");
  const time = line.querySelector("time");
  if (link) {
    // What is kept is of this site, and leads nowhere else.
    link.href = location.origin + story.url;
    link.textContent = story.headline;
    link.lang = story.language;
    link.dir = story.direction;
  }
  if (section) section.textContent = story.section;
  if (time && story.at) {
    time.dateTime = story.at;
    time.textContent = story.date;
  }
  return line;
}

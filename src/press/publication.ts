import type { EleventyConfig } from "../host.ts";
import type { Site } from "../pages/site.ts";
import { liquidView } from "./liquid-view.ts";
import { ownSite, type PrintRoom } from "./print-room.ts";

/**
 * `publication` in every template of the site: who prints, the navigation, the stylesheet, the scripts; in the masthead's
 * own language.
 * A class with accessors, so that Eleventy hands it on as it is, and each build sees its own edition.
 */
export class Publication implements Site {
  readonly #room: PrintRoom;
  /** What our templates paginate over before they ask the press for their pages. */
  readonly editionPages: readonly never[] = [];

  constructor(room: PrintRoom) {
    this.#room = room;
  }
  get masthead() {
    return this.#own.masthead;
  }
  get words() {
    return this.#own.words;
  }
  get direction() {
    return this.#own.direction;
  }
  get home() {
    return this.#own.home;
  }
  get archive() {
    return this.#own.archive;
  }
  get corrections() {
    return this.#own.corrections;
  }
  get search() {
    return this.#own.search;
  }
  get textEdition() {
    return this.#own.textEdition;
  }
  get saved() {
    return this.#own.saved;
  }
  get serviceWorker() {
    return this.#own.serviceWorker;
  }
  get stylesheet() {
    return this.#own.stylesheet;
  }
  get textStylesheet() {
    return this.#own.textStylesheet;
  }
  get scripts() {
    return this.#own.scripts;
  }
  get fonts() {
    return this.#own.fonts;
  }
  get wordmarks() {
    return this.#own.wordmarks;
  }
  get sections() {
    return this.#own.sections;
  }
  get languages() {
    return this.#own.languages;
  }
  get profiles() {
    return this.#own.profiles;
  }
  get feeds() {
    return this.#own.feeds;
  }
  get #own(): Site {
    return ownSite(this.#room.edition);
  }
  get policies() {
    return this.#own.policies;
  }
  get logo() {
    return this.#own.logo;
  }
  get icons() {
    return this.#own.icons;
  }
  get touchIcon() {
    return this.#own.touchIcon;
  }
  get manifest() {
    return this.#own.manifest;
  }
  get colours() {
    return this.#own.colours;
  }
  get tdm() {
    return this.#own.tdm;
  }
}

/** Gives every template the publication, and counts what is printed. */
export function registerPublication(eleventyConfig: EleventyConfig, room: PrintRoom): void {
  eleventyConfig.addGlobalData("publication", liquidView(new Publication(room)));
  eleventyConfig.addTransform("broadsheet-progress", (content) => {
    room.tick();
    return content;
  });
}

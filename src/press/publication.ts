import type { EleventyConfig } from "../host.ts";
import type { Site } from "../pages/site.ts";
import { liquidView } from "./liquid-view.ts";
import type { PrintRoom } from "./print-room.ts";

/**
 * `publication` in every template of the site: who prints, the navigation, the stylesheet, the scripts.
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
    return this.#room.edition.publication.masthead;
  }
  get words() {
    return this.#room.edition.publication.words;
  }
  get direction() {
    return this.#room.edition.publication.direction;
  }
  get home() {
    return this.#room.edition.publication.home;
  }
  get archive() {
    return this.#room.edition.publication.archive;
  }
  get stylesheet() {
    return this.#room.edition.publication.stylesheet;
  }
  get scripts() {
    return this.#room.edition.publication.scripts;
  }
  get sections() {
    return this.#room.edition.publication.sections;
  }
  get profiles() {
    return this.#room.edition.publication.profiles;
  }
  get feeds() {
    return this.#room.edition.publication.feeds;
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

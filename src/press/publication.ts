import type { Site } from "../pages/site.ts";
import type { Press } from "./press.ts";

/**
 * `publication` in every template of the site: who prints, the navigation, the stylesheet.
 * A class with accessors, so that Eleventy hands it on as it is, and each build sees its own edition.
 */
export class Publication implements Site {
  readonly #press: Press;
  /** What our templates paginate over before they ask the press for their pages. */
  readonly editionPages: readonly never[] = [];

  constructor(press: Press) {
    this.#press = press;
  }
  get masthead() {
    return this.#press.edition.publication.masthead;
  }
  get direction() {
    return this.#press.edition.publication.direction;
  }
  get home() {
    return this.#press.edition.publication.home;
  }
  get archive() {
    return this.#press.edition.publication.archive;
  }
  get stylesheet() {
    return this.#press.edition.publication.stylesheet;
  }
  get sections() {
    return this.#press.edition.publication.sections;
  }
  get profiles() {
    return this.#press.edition.publication.profiles;
  }
  get feeds() {
    return this.#press.edition.publication.feeds;
  }
}

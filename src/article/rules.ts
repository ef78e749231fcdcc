import { type Place, type Problem, problemOf, type Rule, type ValuesOf } from "../kit/problem.ts";

const stop = <M extends string, H extends string>(message: M, hint: H) =>
  ({ severity: "stop", message, hint }) as const;
const warn = <M extends string, H extends string>(message: M, hint: H) =>
  ({ severity: "warn", message, hint }) as const;

/**
 * Every rule that copy or data can break: its stable name, its wording and its cure.
 * A message says what is wrong, with the value; a hint says what to type.
 */
export const rules = {
  // The file
  "file-encoding": stop("The file is not UTF-8 text.", "Save it as UTF-8."),
  "file-characters": stop("The file holds the control character {code}.", "Delete that character."),
  "file-size": stop(
    "The file is {size} MB.",
    "Keep copy under {limit} MB; put pictures and data into files of their own.",
  ),
  "file-name": stop(
    "The file's name {reason}.",
    "Rename it: letters, digits and hyphens, at most {limit} bytes with its folders.",
  ),
  "file-link": stop(
    "{target} is a link {reason}.",
    "Put the file or the folder itself there in place of the link.",
  ),

  // Front matter
  "front-matter-missing": stop(
    "There is no front matter.",
    "Begin the file with a line ---, then headline: and published:, then a line ---.",
  ),
  "front-matter-open": stop("The front matter is not closed.", "Put a line --- after it."),
  "front-matter-language": stop(
    "Front matter in {language} is never read.",
    "Write YAML between two lines of exactly ---.",
  ),
  "front-matter-yaml": stop("The front matter is not valid YAML: {reason}.", "{advice}"),
  "key-forbidden": stop("{key} steers a template, and copy is data.", "Remove {key}."),
  "key-ignored": warn(
    "{key} has no effect: the theme and the article's section, date and slug decide it.",
    "Remove {key}.",
  ),
  "key-unknown": warn("{key} is not a field of an article.", "{advice}"),
  "key-withholding": stop(
    "{key} is not a field of an article; {field} is, and it may keep the story back.",
    "Write {field}: if that is meant, or put {key} under data: if it is something else.",
  ),
  "key-twice": warn("{key} and {other} are the same field; {key} was taken.", "Keep one of them."),
  "field-shape": stop("{key}: {value} is not {wanted}.", "Write it such as {example}."),
  "field-required": stop("{key} is missing.", "Write it such as {example}."),
  "date-format": stop(
    "{key}: {value} is not a moment in time.",
    "Write it such as 2031-05-09T06:00+01:00 or 2031-05-09.",
  ),
  "date-gap": stop(
    "{key}: {value} does not exist in {zone}: the clocks go forward then.",
    "Write it with its offset, such as {example}.",
  ),
  "date-twice": warn(
    "{key}: {value} comes twice in {zone}: the clocks go back then. The first was taken.",
    "Write it with its offset: {first} or {second}.",
  ),
  "embargo-format": stop(
    "embargoedUntil: {value} is not a moment in time.",
    "Write it with a zone, such as 2031-05-09T06:00+01:00.",
  ),
  "embargo-order": stop(
    "published: {value} is after the embargo, which alone decides when the story is public.",
    "Write {moment} as embargoedUntil:, or remove published.",
  ),
  "updated-order": stop(
    "updated: {value} is before the article was published.",
    "Write a moment after {published}, or remove updated.",
  ),
  "correction-order": warn(
    "{key}: {value} is before the article was published.",
    "Write a moment after {published}.",
  ),
  "expires-order": stop(
    "expires: {value} is before the article is public.",
    "Write a moment after {published}, or remove expires.",
  ),
  "coverage-order": stop(
    "coverageEndsAt: {value} is before the coverage begins.",
    "Write a moment after {start}, or remove coverageEndsAt.",
  ),
  "section-folder": warn(
    "The folder {folder} is no section of sections.json; the story is in {section}.",
    "Rename it to {nearest}, or write section: {nearest}.",
  ),
  "section-unknown": stop("section: {value} is not in sections.json.", "{advice}"),
  "slug-format": stop(
    "slug: {value} cannot be part of a URL.",
    "Write letters, digits and hyphens, such as {example}.",
  ),
  "url-unsafe": stop(
    "{key}: {value} is not a safe URL.",
    "Write an https:// address or a path such as /media/ferry.jpg.",
  ),
  "alt-missing": warn(
    "{src} has no text for readers who do not see it.",
    "Write alt: beside src: with what the picture shows, or decorative: true.",
  ),

  // The body
  "template-code": warn(
    "{code} is shown as it stands: copy is data, no template engine reads it.",
    "Remove it, or write what it stood for.",
  ),
  "shortcode-unknown": stop("{name} is not a shortcode.", "{advice}"),
  "shortcode-form": stop("{name}: {reason}.", "Write it such as {example}."),
  "shortcode-argument": stop("{name}: {value} is not {wanted}.", "Write it such as {example}."),
  "shortcode-body": stop("{name}: {reason}.", "{advice}"),
  "shortcode-open": stop("{name} is not closed.", "Put {closing} after it, on a line of its own."),
  "shortcode-close": stop("{closing} closes nothing.", "Remove it, or open it before."),
  "shortcode-dropped": warn("{name} is not a shortcode; it was left out.", "{advice}"),
  "shortcode-place": stop(
    "{name} stands in the middle of something else.",
    "Put it on lines of its own, with an empty line before and after it.",
  ),
  "shortcode-in-html": stop(
    "{name} stands inside HTML.",
    "Put an empty line before and after it, outside of the HTML.",
  ),
  "pull-quote-words": warn(
    "The pull quote's words are not in the body: {words}.",
    "Repeat the body's words, or write it as a quote.",
  ),
  "transcript-missing": warn(
    "{src} has no text for readers who do not hear it.",
    "Write transcript: with the address of its text, or the text itself between the shortcode and {closing}.",
  ),
  "live-genre": warn(
    "{what} is for live blogs, and this article is none: {effect}.",
    "Write genre: live, or remove it.",
  ),
  "live-place": stop(
    "liveUpdate stands inside of {what}, and is an entry of the blog.",
    "Put it outside, on lines of its own.",
  ),
  "html-removed": warn(
    "<{element}> is not allowed in copy and was left out.",
    "Remove it, or use a shortcode.",
  ),
  "image-alt": warn("{src} has no text for readers who do not see it.", "Write {example}."),
  "link-unsafe": warn(
    "{value} is not a safe address; the link was left out.",
    "Write an https:// address or a path of this site.",
  ),
  "share-label": warn(
    "Share is a button's label left over from a page; it was left out.",
    "Remove the line.",
  ),
  "nesting-depth": stop("Lists or quotations are nested {depth} deep.", "Keep them under {limit}."),

  // Between articles
  "url-clash": stop(
    "{url} is also the URL of {other}.",
    "Write another slug: in one of the two, such as slug: {example}.",
  ),
  "url-reserved": stop("{url} is kept for {owner}.", "Write another slug or section."),
  "alias-reserved": stop("aliases: {url} is the URL of {owner}.", "Remove it from aliases:."),
  "reference-unknown": warn("{reference} is no article.", "{advice}"),
  "reference-waiting": warn(
    "{reference} is not public; nothing is shown for it.",
    "Remove it, or wait for its time.",
  ),
  "reference-ambiguous": warn(
    "{reference} is the slug of several articles: {files}.",
    "Write the path, such as {example}.",
  ),
  "translation-twice": warn(
    "{reference} is no translation: the story is there in {language} already.",
    "Remove it from translations:, or write its language: into it.",
  ),
  "link-dead": warn("{url} is no page of this site.", "{advice}"),
  "picture-missing": warn("{src} is not in the media folder.", "{advice}"),
  "picture-broken": stop("The file {reason}; it is shown in {shownIn}.", "{advice}"),
  "picture-left-out": warn("The file {reason}; it is not published.", "{advice}"),
  "contributor-unknown": warn(
    "{name} is not in contributors.json; the name is shown as written.",
    "{advice}",
  ),

  // The site's data
  "masthead-missing": warn(
    "There is no masthead.json: the site is called {name}, at {url}.",
    "Write _data/masthead.json with name, url, timeZone and language.",
  ),
  "data-file": stop("{file} cannot be read: {reason}.", "Mend it; it must be valid {format}."),
  "data-shape": stop("{key}: {value} is not {wanted}.", "Write it such as {example}."),
  "data-key": warn("{key} is not a field of this file.", "Write {nearest} if that is meant."),
  "front-name": warn(
    "{name} is no front.",
    "Call it home.json, section/SLUG.json or topic/SLUG.json, in a folder of its language where that is not the masthead's.",
  ),
  "front-empty": warn("{front} is not there, so that this file lays out nothing.", "{advice}"),
  "front-twice": stop("{name} lays out the same front as {other}.", "Remove one of the two."),
  "slot-source": stop("source: {value} is nothing that a slot can show.", "{advice}"),
  "slot-full": stop(
    "{pins} stories are pinned in a slot for {count}.",
    'Write "count": {pins}, or remove pins.',
  ),
  "slot-empty": warn("{source} has no public story yet; the slot shows its pins alone.", "{advice}"),
  "topic-empty": warn("{topic} is merged into {end}, and no public story is about that.", "{advice}"),
  "topic-loop": stop(
    "{topic} is merged into a topic that is merged into it.",
    "Remove mergedInto from the one that is to stay.",
  ),
  "topic-chain": warn(
    "{topic} is merged into {next}, which is merged into {end}.",
    'Write "mergedInto": "{end}".',
  ),
  "data-group": stop("{key} is not a field of {group}.", "Remove it, or write one of {known}."),
  "data-derived": stop(
    "{key} is not written by hand: it follows from {source}.",
    "Remove it, and write {source} as it is meant.",
  ),
  "rights-contradiction": stop("{key} contradicts {other}.", "Remove {key}, or write {instead}."),
  "security-expired": warn(
    "security.expires: {value} is past, so that nobody may trust security.txt any more.",
    "Look whether it still holds, then write a later date, such as {example}.",
  ),
  "masthead-mount": stop(
    "url: {url} lies under {path}, but Eleventy's pathPrefix is {mount}.",
    "Write a url that ends in {mount}, or set pathPrefix to {path}.",
  ),
  "theme-stray": warn(
    "{name} takes the place of no file of the theme, and none names it.",
    "Call it {near} if that is meant.",
  ),
  "theme-import": warn("{name} is no file of the theme.", "{advice}"),
  "articles-gone": stop(
    "There is no article in {folder}, where {count} were when it was built last.",
    "Look whether it is the right folder; build with --force, or the option force, to print a paper without articles.",
  ),
  "articles-none": warn("There is no article in {folder}.", "Put Markdown files with front matter into it."),
  "articles-missing": stop("There is no folder {folder}.", "Make it, and put articles into it."),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The problem that breaking a rule at a place is. */
export function tell<Name extends RuleName>(
  name: Name,
  place: Place,
  values: ValuesOf<(typeof rules)[Name]>,
): Problem {
  return problemOf(name, rules[name], place, values);
}

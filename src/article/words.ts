/**
 * What the interface says, in English. `{name}` stands for what is put there. Other languages are the theme's files
 * `words/{language}.json`; what such a file leaves out is said in English.
 */
export const english = {
  skipToContent: "Skip to content",
  sections: "Sections",
  breadcrumb: "Breadcrumb",
  archive: "Archive",
  topics: "Topics",
  topicTitle: "Topic: {name}",
  storiesByMonth: "All stories by month",
  noStories: "No stories here yet.",
  relatedStories: "Related stories",
  otherLanguages: "This story in other languages",
  updated: "Updated",
  source: "Source: {name}",
  editorsNote: "Editor’s note",
  seriesPart: "Part {part} of the series",
  seriesOf: "From the series",
  corrections: "Corrections and updates",
  correction: "Correction",
  clarification: "Clarification",
  update: "Update",
  retraction: "Retraction",
  notFound: "Page not found",
  notFoundText: "There is nothing at this address. It may have moved, or never have been.",
  newestStories: "The newest stories",
  genreAnalysis: "Analysis",
  genreOpinion: "Opinion",
  genreReview: "Review",
  genreExplainer: "Explainer",
  genreInterview: "Interview",
  genreObituary: "Obituary",
  genreLive: "Live",
  genreFactcheck: "Fact check",
  genreSponsored: "Sponsored",
  creditBy: "By",
  creditReporting: "Reporting by",
  creditPhotographs: "Photographs by",
  creditVideo: "Video by",
  creditTranslation: "Translated by",
  creditEditing: "Edited by",
  creditData: "Data by",
  creditIllustration: "Illustrations by",
  languages: "Languages",
  previousPart: "Previous part",
  nextPart: "Next part",
  seriesTitle: "Series: {name}",
  storiesByYear: "All stories by year",
  liveOver: "As it happened",
  liveEnded: "This coverage has ended.",
  liveKeyPoints: "Key points",
  livePinned: "Pinned",
  liveNone: "No updates yet.",
  liveNew: "New updates: {count}",
  liveOlder: "Older updates",
  liveNewer: "Newer updates",
  liveNewest: "The newest updates",
  livePage: "{headline}: updates, page {page}",
} as const;

/** The interface in one language: a text for each thing that it says. */
export type Words = Readonly<Record<keyof typeof english, string>>;

/** A text with what its braces stand for. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

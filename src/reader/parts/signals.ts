/** What a script tells the others, by an event of the document: that there is on the page what was not there. */
export const pageGrew = "broadsheet-more";

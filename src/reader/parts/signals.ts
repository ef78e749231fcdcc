/** What a script tells the others, by an event of the document: that there are times which were not there. */
export const timesChanged = "broadsheet-times";

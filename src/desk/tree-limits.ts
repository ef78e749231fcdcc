/** Keys that lead to an object's prototype. */
export const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Levels that lists and groups of fields may be nested. */
export const deepest = 40;

/** How many faults of one text are told. */
export const mostTold = 20;

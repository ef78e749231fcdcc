/** Eleventy 3 ships no types: as much of its programmatic interface as the command calls. */
declare module "@11ty/eleventy" {
  export default class Eleventy {
    constructor(input: string, output: string, options: object);
    disableLogger(): void;
    init(): Promise<void>;
    restart(): Promise<void>;
    /** Gives what was copied, and what was printed. */
    write(): Promise<[copied: unknown, printed: unknown]>;
  }
}

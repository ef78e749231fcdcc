/** Measures the steps of something, in whole milliseconds. */
export type Stopwatch = {
  readonly laps: Record<string, number>;
  /** Ends a step: the time since the last one ended is its. */
  readonly lap: (step: string) => void;
};

/** Starts a stopwatch. */
export function startStopwatch(): Stopwatch {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    laps,
    lap: (step: string) => {
      const now = performance.now();
      laps[step] = Math.round(now - last);
      last = now;
    },
  };
}

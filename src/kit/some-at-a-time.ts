/**
 * Works on things, so many at a time, in their order; gives what came of each, in that order. Of what fails, the first is
 * thrown, once what was begun has ended; nothing is begun after it.
 */
export async function someAtATime<Thing, Result>(
  things: readonly Thing[],
  size: number,
  work: (thing: Thing, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const waiting = things.entries();
  const workOn = async () => {
    for (const [at, thing] of waiting) {
      if (failures.length > 0) return;
      try {
        results[at] = await work(thing, at);
      } catch (failure) {
        failures.push(failure);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(size, things.length) }, workOn));
  if (failures.length > 0) throw failures[0];
  return results;
}

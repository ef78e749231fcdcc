/** Works on things, so many at a time, in their order; gives what came of each, in that order. Ends with the first that fails. */
export async function someAtATime<Thing, Result>(
  things: readonly Thing[],
  size: number,
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = things.entries();
  const workOn = async () => {
    for (const [at, thing] of waiting) results[at] = await work(thing);
  };
  await Promise.all(Array.from({ length: Math.min(size, things.length) }, workOn));
  return results;
}

/** Files as one: a line of JSON with the name and the length of each, then their bytes. */
export function bundleFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = Array.from(files, ([name, bytes]) => [name, bytes.byteLength]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(names)}\n`), ...files.values()]);
}

/** The files of a bundle, in their order. */
export function openBundle(bundle: Uint8Array): Map<string, Uint8Array> {
  const end = bundle.indexOf(0x0a);
  const names: [string, number][] = JSON.parse(Buffer.from(bundle.subarray(0, end)).toString("utf8"));
  let at = end + 1;
  return new Map(
    names.map(([name, length]) => {
      const bytes = bundle.subarray(at, at + length);
      at += length;
      return [name, bytes];
    }),
  );
}

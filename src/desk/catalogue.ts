import { text } from "../article/field-shapes.ts";
import { english, type Words } from "../article/words.ts";
import { type Parsed, parseDataFile, parseRecord, tellData } from "./data-file.ts";
import { shownValue } from "./yaml-value.ts";

const table = Object.fromEntries(
  Object.entries(english).map(([key, words]) => [
    key,
    { schema: text, wanted: "text", example: `${JSON.stringify(key)}: ${JSON.stringify(words)}` },
  ]),
);

/** Reads the interface's words in one language. What the file leaves out is said in English. */
export function parseCatalogue(file: string, json: string): Parsed<Words> {
  const data = parseDataFile(file, json);
  if (!("tree" in data)) return data;
  const { tree, problems } = data;
  if (tree.kind === "map") return { value: { ...english, ...parseRecord(data, tree, table) }, problems };
  tellData(data, tree.at, "words", shownValue(tree), {
    wanted: "an object",
    example: '{ "archive": "Archive" }',
  });
  return { problems };
}

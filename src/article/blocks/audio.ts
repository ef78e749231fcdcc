import type { Arguments, Block } from "./block.ts";
import { fileKind } from "./media-file.ts";

/** Something to listen to, with its transcript: at an address, or what stands inside. */
export const audio: Block = {
  name: "audio",
  body: "either",
  parameters: [
    { name: "src", type: "media", required: true },
    { name: "title", type: "text", required: true },
    { name: "transcript", type: "url" },
    { name: "caption", type: "text" },
    { name: "creditLine", type: "text" },
  ],
  example: '{% audio "/media/forecast.mp3", "The forecast", transcript: "/media/forecast.txt" %}',
  partial: "broadsheet/blocks/audio.njk",
  data: (given, body) => ({ ...given, ...fileKind(String(given.src)), transcriptText: body }),
  leadsTo: "src",
  plainText: recordingText,
  check: (given, bodyText) => transcriptFault(given, bodyText),
};

/** A recording as plain text: its title, what is said of it, what is said in it. */
export function recordingText({ title, caption, creditLine }: Arguments, bodyText: string): string {
  return [title, caption, creditLine, bodyText].filter(Boolean).join("\n");
}

/** A transcript that is given twice. */
export function transcriptFault({ transcript }: Arguments, bodyText: string): string | undefined {
  return transcript && bodyText ? "its transcript is both an argument and what stands inside" : undefined;
}

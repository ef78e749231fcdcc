import { isLocale } from "../../kit/clock.ts";
import { audio, recordingText, transcriptFault } from "./audio.ts";
import type { Block } from "./block.ts";
import { fileKind } from "./media-file.ts";

/** Something to watch, with captions or a transcript. */
export const video: Block = {
  name: "video",
  body: "either",
  parameters: [
    ...audio.parameters,
    { name: "poster", type: "media" },
    { name: "captions", type: "media" },
    { name: "captionsLanguage", type: "text" },
  ],
  example: '{% video "/media/ferry.mp4", "The ferry leaves", captions: "/media/ferry.vtt" %}',
  partial: "broadsheet/blocks/video.njk",
  data: (given, body, { size, language }) => ({
    ...given,
    ...fileKind(String(given.src)),
    ...(given.poster !== undefined && size(String(given.poster))),
    captionsLanguage: given.captionsLanguage ?? language,
    transcriptText: body,
  }),
  leadsTo: "src",
  plainText: recordingText,
  check: (given, bodyText) => {
    const { captions, captionsLanguage } = given;
    if (captionsLanguage !== undefined && !isLocale(String(captionsLanguage)))
      return `captionsLanguage: ${JSON.stringify(captionsLanguage)} is no language such as en`;
    if (captions !== undefined && !/\.vtt(?:[?#]|$)/i.test(String(captions)))
      return `captions: ${JSON.stringify(captions)} is no WebVTT file, whose name ends in .vtt`;
    return transcriptFault(given, bodyText);
  },
};

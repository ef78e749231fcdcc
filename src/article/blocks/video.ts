import { isLocale } from "../../kit/clock.ts";
import type { PictureView } from "../picture-view.ts";
import { audio, recordingText, transcriptFault } from "./audio.ts";
import type { Block } from "./block.ts";
import { fileKind } from "./media-file.ts";

/** A poster is one file, for which nobody may choose. */
function posterOf({ src, width, height }: PictureView): object {
  return { poster: src, width, height };
}

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
  data: (given, body, { picture, language }) => ({
    ...given,
    ...fileKind(String(given.src)),
    ...(given.poster !== undefined && posterOf(picture({ src: String(given.poster), alt: "" }, "body"))),
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

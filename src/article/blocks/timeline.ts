import { isDay } from "../../kit/clock.ts";
import type { Block, BodyFault } from "./block.ts";
import { missingFault, othersFault, quoted } from "./body-faults.ts";
import { listItems, wordsOf } from "./inside.ts";

/** One event: when it was, as HTML's `datetime` has it, of which kind that is, and what happened, as HTML. */
export type TimelineEvent = {
  readonly at: string;
  readonly style: "year" | "month" | "date" | "date-time" | "time";
  readonly event: string;
};

const day = String.raw`\d{4}-\d\d-\d\d`;
const time = String.raw`\d\d?:\d\d`;
const zone = String.raw`(?:Z|[+-]\d\d:\d\d)`;
const moment = `${day}(?:[T ]${time}${zone}?)?|\\d{4}-\\d\\d|\\d{4}|${time}`;
/** A moment that begins an item, bold or not, with what parts it from the event. */
const beginning = new RegExp(
  String.raw`^(<p>)?\s*(?:<(strong|b|em)>)?\s*(${moment})(?![\w-]|:\d|\.\d)\s*:?\s*(?:</\2>)?\s*(?:[:–—-]\s*)?`,
);

/** Events in their order. Each item of the list begins with its moment. */
export const timeline: Block = {
  name: "timeline",
  body: "required",
  takes: "list",
  parameters: [{ name: "title", type: "text" }],
  example: '{% timeline "The pier" %}- 2031-05-09: The ferry sails again.{% endtimeline %}',
  partial: "broadsheet/blocks/timeline.njk",
  data: ({ title }, body) => {
    const events = listItems(body).parts.map((item) => findEvent(item) ?? { event: item });
    return events.length > 0 ? { title, events } : undefined;
  },
  plainText: ({ title }, bodyText) => [title, bodyText].filter(Boolean).join("\n"),
  check: (_given, _bodyText, { html }) => {
    const { parts, others } = listItems(html);
    if (parts.length === 0)
      return missingFault(
        "list",
        "Write a list in it, a line for each event, such as - 2031-05-09: The ferry sails.",
      );
    const undated = parts.find((item) => !findEvent(item));
    return undated === undefined ? othersFault(others, "list") : undatedFault(undated);
  },
};

/** An item of a timeline's list; undefined where it does not begin with a moment that there was. */
export function findEvent(item: string): TimelineEvent | undefined {
  const [whole = "", paragraph = "", , written] = beginning.exec(item) ?? [];
  if (written === undefined) return undefined;
  const at = written.replace(/^(\d{4}-\d\d-\d\d)[T ](?:(\d):)?/, (_, date, hour) =>
    hour === undefined ? `${date}T` : `${date}T0${hour}:`,
  );
  const style = styleOf(at);
  return (
    style && {
      at: style === "time" ? at.padStart(5, "0") : at,
      style,
      event: paragraph + item.slice(whole.length),
    }
  );
}

function styleOf(at: string): TimelineEvent["style"] | undefined {
  const clock = /(\d\d?):(\d\d)/.exec(at);
  if (clock && (Number(clock[1]) > 23 || Number(clock[2]) > 59)) return undefined;
  if (/^\d\d?:/.test(at)) return "time";
  if (at.length >= 10) return isDay(at.slice(0, 10)) ? (clock ? "date-time" : "date") : undefined;
  if (at.length === 4) return "year";
  return isDay(`${at}-01`) ? "month" : undefined;
}

function undatedFault(item: string): BodyFault {
  return {
    reason: `${quoted(wordsOf(item))} does not begin with a date`,
    advice: "Begin it with a date and a colon, such as 2031-05-09: or 2031-05: or 2031: or 06:30:",
  };
}

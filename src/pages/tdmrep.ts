import type { Rights } from "../article/rights.ts";
import type { Newsroom } from "../edition/newsroom.ts";
import type { PageKind } from "../edition/page.ts";
import { present } from "../kit/record.ts";
import { absoluteUrl } from "./addresses.ts";

/** Whether text and data mining is reserved (1) or not (0), and by which policy it can be had. */
export type TdmReservation = { readonly reservation: 0 | 1; readonly policy?: string };

/** The reservation of the TDM Reservation Protocol (W3C community group, 2024) that follows from the rights. */
export function tdmReservation({ training, tdmPolicy }: Rights, newsroom: Newsroom): TdmReservation {
  return present({
    reservation: training ? (0 as const) : (1 as const),
    policy: tdmPolicy && absoluteUrl(tdmPolicy, newsroom),
  });
}

/** `/.well-known/tdmrep.json`: the reservation of the whole site; where the masthead has rights. */
export const tdmrep: PageKind<TdmReservation & { readonly location: string }> = {
  name: "tdmrep",
  once: true,
  pagesShowing: () => [],
  always: ({ masthead }) => (masthead.rights ? [""] : []),
  url: () => "/.well-known/tdmrep.json",
  slice: (_, newsroom) => {
    const { rights, url } = newsroom.masthead;
    return rights && { ...tdmReservation(rights, newsroom), location: new URL(url).pathname };
  },
  print: ({ location, reservation, policy }) => {
    const entry = { location, "tdm-reservation": reservation, "tdm-policy": policy };
    return `${JSON.stringify([entry], undefined, 2)}\n`;
  },
};

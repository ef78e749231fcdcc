/** A place whose content other pages may frame. */
type Provider = {
  readonly name: string;
  /** Hosts without `www.`. */
  readonly hosts: readonly string[];
  /** Width to height of its frame. */
  readonly ratio: string;
  /** Address of the frame that tells least of its reader; undefined where the address leads to nothing that can be framed. */
  readonly frame: (url: URL) => string | undefined;
};

export type Frame = Pick<Provider, "name" | "ratio"> & { readonly src: string };

const wide = "16 / 9";
const sound = "7 / 2";

const providers: readonly Provider[] = [
  {
    name: "YouTube",
    hosts: ["youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"],
    ratio: wide,
    frame: frameYouTube,
  },
  { name: "Vimeo", hosts: ["vimeo.com", "player.vimeo.com"], ratio: wide, frame: frameVimeo },
  {
    name: "Dailymotion",
    hosts: ["dailymotion.com", "dai.ly"],
    ratio: wide,
    frame: ({ pathname }) =>
      under(
        "https://geo.dailymotion.com/player.html?video=",
        /^\/(?:video\/|embed\/video\/)?(\w+)$/,
        pathname,
      ),
  },
  {
    name: "TikTok",
    hosts: ["tiktok.com"],
    ratio: "9 / 16",
    frame: ({ pathname }) => under("https://www.tiktok.com/player/v1/", /\/video\/(\d+)$/, pathname),
  },
  {
    name: "Spotify",
    hosts: ["open.spotify.com"],
    ratio: sound,
    frame: ({ pathname }) =>
      under(
        "https://open.spotify.com/embed/",
        /^\/(?:intl-[a-z]+\/)?((?:album|artist|episode|playlist|show|track)\/\w+)$/,
        pathname,
      ),
  },
  {
    name: "SoundCloud",
    hosts: ["soundcloud.com"],
    ratio: sound,
    frame: ({ origin, pathname }) =>
      /^\/[\w-]+\/[\w-]+/.test(pathname)
        ? `https://w.soundcloud.com/player/?url=${encodeURIComponent(origin + pathname)}&hide_related=true`
        : undefined,
  },
  {
    name: "Apple Podcasts",
    hosts: ["podcasts.apple.com"],
    ratio: sound,
    frame: ({ pathname, search }) =>
      /\/podcast\//.test(pathname) ? `https://embed.podcasts.apple.com${pathname}${search}` : undefined,
  },
  {
    name: "Datawrapper",
    hosts: ["datawrapper.dwcdn.net", "datawrapper.de"],
    ratio: "4 / 3",
    frame: ({ pathname }) =>
      under("https://datawrapper.dwcdn.net/", /^\/(?:_\/)?(\w{5})(?:\/\d*)*$/, pathname, "/"),
  },
  {
    name: "Flourish",
    hosts: ["public.flourish.studio", "flo.uri.sh"],
    ratio: "4 / 3",
    frame: ({ pathname }) =>
      under("https://flo.uri.sh/", /^\/((?:visualisation|story)\/\d+)(?:\/(?:embed)?)?$/, pathname, "/embed"),
  },
  {
    name: "Internet Archive",
    hosts: ["archive.org"],
    ratio: "4 / 3",
    frame: ({ pathname }) =>
      under("https://archive.org/embed/", /^\/(?:details|embed)\/([\w.-]+)$/, pathname),
  },
];

/** The frame that shows what an address leads to, where its provider is known and lets others frame it. */
export function findFrame(address: string): Frame | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/^www\./, "");
  const provider = providers.find(({ hosts }) => hosts.includes(host));
  const src = provider?.frame(withoutEndSlash(url));
  return provider && src ? { name: provider.name, ratio: provider.ratio, src } : undefined;
}

function frameYouTube({ hostname, pathname, searchParams }: URL): string | undefined {
  const path = /^\/(?:shorts|live|embed)\/([\w-]+)$/.exec(pathname)?.[1];
  const short = hostname === "youtu.be" ? pathname.slice(1) : undefined;
  const id = path ?? short ?? (pathname === "/watch" ? searchParams.get("v") : undefined) ?? "";
  if (!/^[\w-]{6,20}$/.test(id)) return undefined;
  const start = secondsOf(searchParams.get("t") ?? searchParams.get("start") ?? "");
  return `https://www.youtube-nocookie.com/embed/${id}?rel=0${start ? `&start=${start}` : ""}`;
}

/** `90`, `90s` or `1m30s`. */
function secondsOf(text: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function frameVimeo({ pathname, searchParams }: URL): string | undefined {
  const [, id, hash = searchParams.get("h")] =
    /^\/(?:video\/|channels\/\w+\/)?(\d+)(?:\/(\w+))?$/.exec(pathname) ?? [];
  if (id === undefined) return undefined;
  return `https://player.vimeo.com/video/${id}?dnt=1${hash && /^\w+$/.test(hash) ? `&h=${hash}` : ""}`;
}

/** An address that ends in what a form finds in a path. */
function under(start: string, form: RegExp, path: string, end = ""): string | undefined {
  const id = form.exec(path)?.[1];
  return id === undefined ? undefined : start + id + end;
}

function withoutEndSlash(url: URL): URL {
  const bare = new URL(url);
  bare.pathname = bare.pathname.replace(/\/+$/, "");
  return bare;
}

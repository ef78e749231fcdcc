import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findFrame } from "../../src/article/blocks/providers.ts";

const frames = suite("frames of what lies elsewhere");

const known: readonly (readonly [string, string])[] = [
  ["https://www.youtube.com/watch?v=jNQXAC9IVRw", "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?rel=0"],
  [
    "https://youtu.be/jNQXAC9IVRw?t=1m5s&si=x",
    "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?rel=0&start=65",
  ],
  ["https://www.youtube.com/shorts/jNQXAC9IVRw", "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw?rel=0"],
  ["https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"],
  ["https://vimeo.com/76979871/0a1b2c", "https://player.vimeo.com/video/76979871?dnt=1&h=0a1b2c"],
  ["https://www.dailymotion.com/video/x8abcd", "https://geo.dailymotion.com/player.html?video=x8abcd"],
  ["https://dai.ly/x8abcd", "https://geo.dailymotion.com/player.html?video=x8abcd"],
  ["https://www.tiktok.com/@paper/video/7123", "https://www.tiktok.com/player/v1/7123"],
  ["https://open.spotify.com/intl-de/episode/4rOo", "https://open.spotify.com/embed/episode/4rOo"],
  [
    "https://soundcloud.com/paper/tides?in=x",
    "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fpaper%2Ftides&hide_related=true",
  ],
  [
    "https://podcasts.apple.com/ie/podcast/tides/id123?i=4",
    "https://embed.podcasts.apple.com/ie/podcast/tides/id123?i=4",
  ],
  ["https://datawrapper.dwcdn.net/aBc12/3/", "https://datawrapper.dwcdn.net/aBc12/"],
  ["https://www.datawrapper.de/_/aBc12/", "https://datawrapper.dwcdn.net/aBc12/"],
  ["https://public.flourish.studio/visualisation/123/", "https://flo.uri.sh/visualisation/123/embed"],
  ["https://archive.org/details/a-film_1931", "https://archive.org/embed/a-film_1931"],
];
for (const [address, src] of known) {
  frames(`${address} is framed`, () => assert.is(findFrame(address)?.src, src));
}

for (const address of [
  "https://www.youtube.com/@paper",
  "https://www.youtube.com/watch?v=%22%3E%3Cscript%3E",
  "https://youtube.com.evil.example/watch?v=jNQXAC9IVRw",
  "https://evil.example/?u=https://vimeo.com/1",
  "https://vimeo.com/about",
  "https://open.spotify.com/embed/../../x",
  "javascript:alert(1)//vimeo.com/1",
  "ftp://vimeo.com/1",
  "vimeo.com/1",
  "",
]) {
  frames(`${JSON.stringify(address)} is not`, () => assert.is(findFrame(address), undefined));
}

frames.run();

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The checker of the W3C and the WHATWG, which npm's package carries for Java. */
const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar")), "build/dist/vnu.jar");

type Message = {
  readonly type: string;
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
  readonly extract?: string;
};

/**
 * All that the Nu Html Checker says of HTML, CSS and SVG files, a line each: errors, warnings and notes alike. One
 * process for all of them: to start it takes longer than to read a hundred pages.
 */
export function faultsByNu(files: readonly string[]): string[] {
  const flags = [
    "--stdout",
    "--format",
    "json",
    "--exit-zero-always",
    "--also-check-css",
    "--also-check-svg",
  ];
  const { stdout, stderr, status } = spawnSync("java", ["-Xss2m", "-jar", jar, ...flags, ...files], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`The Nu Html Checker ended with ${status}.\n${stderr}`);
  const { messages }: { readonly messages: readonly Message[] } = JSON.parse(stdout);
  return messages.map(({ type, url, lastLine, message, extract }) => {
    const place = `${decodeURI(url?.replace(/^file:/, "") ?? "")}:${lastLine ?? 0}`;
    return `${place} ${type}: ${message} ${extract?.replaceAll("\n", " ") ?? ""}`.trimEnd();
  });
}

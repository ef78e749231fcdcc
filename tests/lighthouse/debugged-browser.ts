import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "../debian-tools.ts";

/** A browser that can be told what to do on a port of its own. */
export type DebuggedBrowser = { readonly port: number; readonly close: () => Promise<void> };

/** Starts Chromium, with a profile that nobody used. */
export async function startBrowser(): Promise<DebuggedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "broadsheet-chromium-"));
  const flags = [
    "--headless=new",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--mute-audio",
    "about:blank",
  ];
  const child = spawn(chromium, flags, { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(child, "close");
  const port = await new Promise<number>((found, fail) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      const [, digits] = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line) ?? [];
      if (digits !== undefined) found(Number(digits));
    });
    void ended.then(([status]) => fail(new Error(`${chromium} ended with ${status}.`)));
  });
  const close = async () => {
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { port, close };
}

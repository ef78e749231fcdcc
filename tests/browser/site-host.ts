import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, gzipSync, constants as zlib } from "node:zlib";

/** A folder that is served: its address without a slash at the end, and how to end it. */
export type HostedSite = { readonly origin: string; readonly close: () => Promise<void> };

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".wav": "audio/wav",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".vtt": "text/vtt; charset=utf-8",
  ".pdf": "application/pdf",
};

const isText = /^text\/|json|javascript|xml/;

/** A file that its name says the content of. */
const isHashed = /^\/assets\/.*-[0-9a-f]{8,}\.\w+$/;

/** What the pages must live with: their own files alone, and no script or style that stands in a page. */
export function contentSecurityPolicy(path: string): string {
  // A search is a program in WebAssembly.
  const search = path.includes("/search/") ? " 'wasm-unsafe-eval'" : "";
  const own = ["style", "img", "font", "connect", "media", "manifest", "worker"];
  return [
    "default-src 'none'",
    `script-src 'self'${search}`,
    ...own.map((kind) => `${kind}-src 'self'`),
    "frame-src https:",
    "form-action 'self' https:",
    "base-uri 'none'",
  ].join("; ");
}

/** Another text of a file, by its name: for what a check cannot see past. */
export type Change = (file: string, text: string) => string;

/**
 * Serves a printed site on a port of its own, as a careful host does: types, caching, compression, `404.html`, a strict
 * policy. `change`: what becomes of files of text.
 */
export async function hostSite(folder: string, change?: Change): Promise<HostedSite> {
  const root = resolve(folder);
  const read = (file: string) => {
    const bytes = readFileSync(file);
    return change && isText.test(typeOf(file)) ? Buffer.from(change(file, bytes.toString("utf8"))) : bytes;
  };
  const server = createServer((request, response) => answer({ root, read }, request, response));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** Where the files are, and what is sent of one. */
type Files = { readonly root: string; readonly read: (file: string) => Buffer };

function answer(files: Files, request: IncomingMessage, response: ServerResponse): void {
  const { root, read } = files;
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname);
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  const notFound = join(root, "404.html");
  const send = (name: string, status: number) =>
    sendFile(read(name), typeOf(name), status, path, request, response);
  if (isFile(root, file)) send(file, 200);
  else if (isFile(root, join(file, "index.html")))
    response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
  else if (isFile(root, notFound)) send(notFound, 404);
  else response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
}

function isFile(root: string, file: string): boolean {
  return file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile();
}

function typeOf(file: string): string {
  return contentTypes[extname(file)] ?? "application/octet-stream";
}

function sendFile(
  bytes: Buffer,
  type: string,
  status: number,
  path: string,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
  const isKnown = status === 200 && headers["if-none-match"] === etag;
  const { body, encoding } = compress(bytes, etag, isText.test(type), headers["accept-encoding"] ?? "");
  response.writeHead(isKnown ? 304 : status, {
    "cache-control": isHashed.test(path)
      ? "public, max-age=31536000, immutable"
      : "public, max-age=0, must-revalidate",
    "content-security-policy": contentSecurityPolicy(path),
    "content-type": type,
    etag,
    "referrer-policy": "strict-origin-when-cross-origin",
    vary: "accept-encoding",
    "x-content-type-options": "nosniff",
    ...(encoding && { "content-encoding": encoding }),
    ...(!isKnown && { "content-length": body.length }),
  });
  response.end(isKnown || method === "HEAD" ? undefined : body);
}

type Compressed = { readonly body: Buffer; readonly encoding?: "br" | "gzip" };

const compressed = new Map<string, Buffer>();

function compress(bytes: Buffer, etag: string, isText: boolean, accepted: string): Compressed {
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
  if (!isText || encoding === undefined) return { body: bytes };
  const key = encoding + etag;
  const params = { [zlib.BROTLI_PARAM_QUALITY]: 9 };
  const body =
    compressed.get(key) ??
    (encoding === "br" ? brotliCompressSync(bytes, { params }) : gzipSync(bytes, { level: 9 }));
  compressed.set(key, body);
  return { body, encoding };
}

/** Kinds of file by their ending: what readers call them, and their media type. */
const kinds: Readonly<Record<string, readonly [format: string, type: string]>> = {
  jpg: ["JPEG", "image/jpeg"],
  jpeg: ["JPEG", "image/jpeg"],
  png: ["PNG", "image/png"],
  gif: ["GIF", "image/gif"],
  webp: ["WebP", "image/webp"],
  avif: ["AVIF", "image/avif"],
  svg: ["SVG", "image/svg+xml"],
  ico: ["ICO", "image/x-icon"],
  mp3: ["MP3", "audio/mpeg"],
  m4a: ["M4A", "audio/mp4"],
  aac: ["AAC", "audio/aac"],
  ogg: ["Ogg", "audio/ogg"],
  oga: ["Ogg", "audio/ogg"],
  opus: ["Opus", "audio/ogg"],
  wav: ["WAV", "audio/wav"],
  flac: ["FLAC", "audio/flac"],
  mp4: ["MP4", "video/mp4"],
  m4v: ["MP4", "video/mp4"],
  webm: ["WebM", "video/webm"],
  ogv: ["Ogg", "video/ogg"],
  pdf: ["PDF", "application/pdf"],
  csv: ["CSV", "text/csv"],
  txt: ["TXT", "text/plain"],
  json: ["JSON", "application/json"],
  zip: ["ZIP", "application/zip"],
  epub: ["EPUB", "application/epub+zip"],
  docx: ["DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  xlsx: ["XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  odt: ["ODT", "application/vnd.oasis.opendocument.text"],
  ods: ["ODS", "application/vnd.oasis.opendocument.spreadsheet"],
};

/** What a file is by its address; nothing where its ending does not say. */
export function fileKind(src: string): { readonly format?: string; readonly type?: string } {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(src.replace(/[?#].*$/, ""))?.[1]?.toLowerCase() ?? "";
  const kind = Object.hasOwn(kinds, ending) ? kinds[ending] : undefined;
  if (kind) return { format: kind[0], type: kind[1] };
  return ending ? { format: ending.toUpperCase() } : {};
}

/** How far a work is, on the terminal: one line that is drawn again; plain lines, now and then, where there is none. */
export type Progress = {
  readonly say: (text: string) => void;
  /** `work` as in Printing, `things` as in pages. */
  readonly count: (work: string, things: string, done: number, all: number) => void;
  readonly end: () => void;
};

/** Milliseconds between two drawings of the line, between two plain lines, and before a work is worth one. */
const pause = 80;
const plainPause = 10_000;
const patience = 1000;

/** Cells of the bar. */
const width = 24;

/** `stream`: standard error, so that standard output holds only what was asked for. */
export function openProgress(stream: NodeJS.WriteStream): Progress {
  let work = "";
  let beganAt = 0;
  let toldAt = 0;
  let isDrawn = false;
  const draw = (text: string) => {
    stream.write(`\r\u001b[K${text}`);
    isDrawn = true;
  };
  return {
    say: (text) => (stream.isTTY ? draw(text) : void stream.write(`${text}\n`)),
    count: (name, things, done, all) => {
      const now = performance.now();
      if (name !== work) [work, beganAt, toldAt] = [name, now, now];
      if (now - toldAt < (stream.isTTY ? pause : plainPause)) return;
      toldAt = now;
      const line = `${name} ${done} of ${all} ${things}${speedOf(done, all, now - beganAt, things)}`;
      if (stream.isTTY) draw(`${barOf(done / all)} ${line}`);
      else stream.write(`${line}\n`);
    },
    end: () => {
      if (isDrawn) stream.write("\r\u001b[K");
      isDrawn = false;
      work = "";
    },
  };
}

/** For whoever wants to hear nothing. */
export const silent: Progress = { say: () => {}, count: () => {}, end: () => {} };

function barOf(share: number): string {
  const full = Math.round(Math.min(share, 1) * width);
  return "█".repeat(full) + "░".repeat(width - full);
}

/** Things a second, and the time left; nothing before it can be said. `spent` in milliseconds. */
function speedOf(done: number, all: number, spent: number, things: string): string {
  if (spent < patience || done === 0) return "";
  const speed = (done / spent) * 1000;
  const left = Math.ceil((all - done) / speed);
  const time = left < 60 ? `${left} s` : `${Math.ceil(left / 60)} min`;
  return `, ${Math.round(speed)} ${things} a second, ${time} left`;
}

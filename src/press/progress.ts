/** One line on the terminal while an edition is printed; plain lines where there is no terminal. */
export type Progress = {
  readonly say: (text: string) => void;
  readonly count: (done: number, all: number) => void;
  readonly end: () => void;
};

/** Milliseconds between two drawings of the line. */
const pause = 80;

/** `stream`: standard error, so that standard output holds only what was asked for. */
export function openProgress(stream: NodeJS.WriteStream): Progress {
  let drawnAt = 0;
  let isDrawn = false;
  const draw = (text: string) => {
    stream.write(`\r\u001b[K${text}`);
    isDrawn = true;
  };
  return {
    say: (text) => (stream.isTTY ? draw(text) : void stream.write(`${text}\n`)),
    count: (done, all) => {
      if (!stream.isTTY || (done < all && performance.now() - drawnAt < pause)) return;
      drawnAt = performance.now();
      draw(`Printing ${done} of ${all} pages`);
    },
    end: () => {
      if (isDrawn) stream.write("\r\u001b[K");
      isDrawn = false;
    },
  };
}

/** For whoever wants to hear nothing. */
export const silent: Progress = { say: () => {}, count: () => {}, end: () => {} };

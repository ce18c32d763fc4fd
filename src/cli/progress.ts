/**
 * Progress on standard error: one line redrawn on a terminal, otherwise a plain line every few seconds.
 * Silent with --json. Nothing is written for work that ends at once.
 */
import { cut } from './paper.ts';
import type { Terminal } from './terminal.ts';

export interface Progress {
  /** Shows the state; drawn now or later. */
  tell(line: string): void;
  /** Writes a line that stays, above the redrawn one. */
  keep(...lines: readonly string[]): void;
  /** Clears the redrawn line. */
  end(): void;
}

/** Milliseconds between plain lines, and between redraws. */
const PLAIN = 3000;
const REDRAW = 80;

/**
 * Opens a progress display.
 *
 * @param now milliseconds; handed in for tests
 * @example
 * const progress = openProgress(terminal, () => performance.now());
 * progress.tell('12 of 340 files');
 */
export function openProgress(terminal: Terminal, now: () => number): Progress {
  let last = now();
  let drawn = false;
  const clear = (): void => {
    if (drawn) terminal.errRaw('\r\u001b[2K');
    drawn = false;
  };
  return {
    tell(line) {
      if (terminal.json) return;
      const since = now() - last;
      if (since < (terminal.redraws ? REDRAW : PLAIN)) return;
      last = now();
      if (!terminal.redraws) {
        terminal.err(line);
        return;
      }
      clear();
      terminal.errRaw(cut(line, terminal.paper.width - 1));
      drawn = true;
    },
    keep(...lines) {
      clear();
      if (!terminal.json && lines.length > 0) terminal.err(...lines);
    },
    end: clear,
  };
}

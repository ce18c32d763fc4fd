/** What capture tells: a line for each failure, progress meanwhile, and the sum at the end. */
import type { CaptureEvent } from '../desk/capture-sources.ts';
import type { CapturedDocument } from '../desk/captured-entry.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { oneLine, wrap } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { openProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

export interface CaptureReport {
  event(event: CaptureEvent): void;
  /** Lines that stay, on standard error; nothing with --json. */
  say(...lines: readonly string[]): void;
  /** Ctrl-C was pressed. */
  stopping(): void;
  /** An error ends the command: clears the line and says what was stored until then. */
  broken(): void;
  end(): ExitCode;
}

interface Tally {
  files: number;
  captured: number;
  stored: number;
  failed: number;
  sources: number;
  withoutText: number;
  stopped: boolean;
}

/**
 * Opens the report of one capture.
 *
 * @example
 * const report = captureReport(terminal, call);
 */
export function captureReport(terminal: Terminal, place: Place): CaptureReport {
  const progress = openProgress(terminal, () => performance.now());
  const tally: Tally = {
    files: 0,
    captured: 0,
    stored: 0,
    failed: 0,
    sources: 0,
    withoutText: 0,
    stopped: false,
  };
  const events: CaptureEvent[] = [];
  return {
    event(event) {
      events.push(event);
      if (event.state === 'stopped') {
        tally.stopped = true;
        return;
      }
      add(tally, event);
      if (!terminal.json) progress.keep(...linesOf(event, terminal));
      progress.tell(
        `${tally.files} files: ${tally.captured} new, ${tally.stored} already stored — ${oneLine(event.file)}`,
      );
    },
    say: (...lines) => progress.keep(...lines),
    stopping: () => progress.keep('Stopping after this file. Press Ctrl-C again to end at once.'),
    broken() {
      progress.end();
      if (!terminal.json && tally.files > 0) terminal.err(sumOf(tally));
    },
    end() {
      progress.end();
      const exit = tally.failed > 0 || tally.stopped ? EXIT.someFailed : EXIT.ok;
      if (terminal.json) terminal.outJson({ ...tally, events });
      else terminal.out(...endOf(tally, place));
      return exit;
    },
  };
}

function add(tally: Tally, event: Exclude<CaptureEvent, { state: 'stopped' }>): void {
  tally.files += 1;
  if (event.state === 'failed') tally.failed += 1;
  else if (event.state === 'already-stored') tally.stored += 1;
  else {
    tally.captured += 1;
    tally.sources += event.documents.length;
    tally.withoutText += event.documents.filter((one, index) => isMute(one, index, event.documents)).length;
  }
}

/** A source without text that nothing inside it speaks for; an archive speaks through its pages. */
function isMute(one: CapturedDocument, index: number, all: readonly CapturedDocument[]): boolean {
  return !one.hasText && !(index === 0 && all.length > 1);
}

function linesOf(event: CaptureEvent, terminal: Terminal): string[] {
  const paper = { width: terminal.paper.width, colour: false };
  if (event.state === 'failed') {
    const own = event.message.includes(event.file) ? event.message : `${event.file}: ${event.message}`;
    const faults = event.faults.flatMap(({ path, message }) =>
      wrap(paper, oneLine(path === '' ? message : `${path}: ${message}`), {
        first: '      - ',
        rest: '        ',
      }),
    );
    return [...wrap(paper, oneLine(`✗ ${own}`), { first: '', rest: '    ' }), ...faults];
  }
  if (event.state !== 'captured') return [];
  return event.documents.flatMap((document, index) => {
    const name = document.innerName === null ? event.file : `${event.file} › ${document.innerName}`;
    const reason = document.noTextReason ?? 'no text found';
    const mute = isMute(document, index, event.documents);
    const said = [
      ...(document.hasText ? [] : [mute ? `stored without text: ${reason}` : reason]),
      ...document.notes,
    ];
    if (said.length === 0) return [];
    const sentences = said.map((note) => (/[.!?)]$/u.test(note) ? note : `${note}.`));
    return wrap(paper, oneLine(`! ${name}: ${sentences.join(' ')}`), { first: '', rest: '    ' });
  });
}

function sumOf(tally: Tally): string {
  const parts = [`${tally.captured} of ${tally.files} files newly stored`];
  if (tally.captured === 0 && tally.stored === tally.files)
    return `${tally.stored} of ${tally.files} already stored. Nothing new.`;
  if (tally.stored > 0) parts.push(`${tally.stored} of ${tally.files} already stored`);
  if (tally.failed > 0) parts.push(`${tally.failed} failed`);
  return `${parts.join(', ')}.`;
}

function endOf(tally: Tally, place: Place): string[] {
  if (tally.files === 0 && !tally.stopped) return ['No files found: nothing was stored.'];
  const lines = [sumOf(tally)];
  if (tally.sources > tally.captured) lines.push(`${tally.sources} sources were found in them.`);
  if (tally.withoutText > 0) lines.push(`${tally.withoutText} stored without text (see the lines above).`);
  if (tally.stopped)
    lines.push('Stopped before the end. Run the same command again: it goes on where it stopped.');
  const flag = placeFlags(place);
  if (tally.captured > 0) lines.push('', 'Next:', `  $ onrecord propose${flag}`);
  return lines;
}

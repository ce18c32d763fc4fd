/** One run of one reader over all that it has not read, with progress, Ctrl-C, and the texts that it failed on. */
import type { OpenDesk } from '../compose.ts';
import { type ClaimExplanation, explainClaims } from '../desk/explain-claims.ts';
import { type ProposeEvent, type ProposeOptions, proposeClaims } from '../desk/propose-claims.ts';
import { oneLine } from './paper.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import type { Terminal } from './terminal.ts';

export interface RunResult {
  readonly extractor: string;
  readonly events: readonly ProposeEvent[];
  /** Of the claims proposed, when they are asked for. */
  readonly explained: readonly ClaimExplanation[];
  /** Ended by Ctrl-C before the end. */
  readonly stopped: boolean;
}

/**
 * Runs it.
 *
 * @param told what is done with the explanations of each text; null: they are not asked for
 * @throws OnRecordError as `proposeClaims` does
 * @example
 * const { events } = await runReader({ desk, terminal, reading, told: null });
 */
export async function runReader(run: {
  readonly desk: OpenDesk;
  readonly terminal: Terminal;
  readonly reading: ProposeOptions;
  readonly told: ((explained: readonly ClaimExplanation[]) => void) | null;
}): Promise<RunResult> {
  const { desk, terminal, reading, told } = run;
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping: what has been read is kept.'));
  const events: ProposeEvent[] = [];
  const explained: ClaimExplanation[] = [];
  try {
    for await (const event of proposeClaims(desk, { ...reading, signal: stop.signal })) {
      events.push(event);
      const title = oneLine(event.title ?? 'untitled');
      if (event.notRead !== null) progress.keep(`✗ ${title}: ${event.notRead}`);
      progress.tell(`${event.done} of ${event.total} texts read — ${title}`);
      if (told === null || event.claims === 0) continue;
      const why = await explainClaims(desk, event.capture, reading);
      const own = why.filter(({ extractor }) => extractor === reading.extractor);
      explained.push(...own);
      progress.end();
      told(own);
    }
  } finally {
    progress.end();
    stop.release();
  }
  const stopped = stop.signal.aborted && events.length < (events[0]?.total ?? 1);
  return { extractor: reading.extractor, events, explained, stopped };
}

/** `onrecord propose`: lets the machine mark who says what in every text that it has not read. */
import { openReaders } from '../compose.ts';
import { type ProposeEvent, proposeClaims } from '../desk/propose-claims.ts';
import { type CommandFile, type Options, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { oneLine } from './paper.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import { vaultFlag } from './vault-flag.ts';
import { counted, numberWords, para } from './words.ts';

export const propose: CommandFile = {
  name: 'propose',
  summary: 'let the machine mark who says what',
  description:
    'Reads every stored text that has not been read yet and proposes claims: who says what, through whom, with which words. Nothing counts until a person accepts it. Running it again proposes nothing twice. Texts are read on all cores; one that a reader fails on or that takes too long is told and stays unread.',
  args: [],
  options: [
    ['--threads <n>', 'threads that read, 64 at most; 0 reads without threads (else one for each core)'],
  ],
  examples: [['onrecord propose', 'reads what is new in ./onrecord-vault']],
  usesVault: true,
  async run(call) {
    const { terminal, options } = call;
    const threads = threadsOf(options);
    const desk = await call.open('write');
    const readers = await openReaders(threads);
    const progress = openProgress(terminal, () => performance.now());
    const stop = listenForStop(() => progress.keep('Stopping: what has been read is kept.'));
    const events: ProposeEvent[] = [];
    try {
      for await (const event of proposeClaims(desk, { ...readers, signal: stop.signal })) {
        events.push(event);
        const title = oneLine(event.title ?? 'untitled');
        if (event.notRead !== null) progress.keep(`✗ ${title}: ${event.notRead}`);
        progress.tell(`${event.done} of ${event.total} texts read — ${title}`);
      }
    } finally {
      progress.end();
      stop.release();
      await readers.close();
    }
    const { claims, sources } = await desk.store.counts();
    const made = events.reduce((sum, event) => sum + event.claims, 0);
    const failed = events.filter(({ notRead }) => notRead !== null);
    const stopped = stop.signal.aborted && events.length < (events[0]?.total ?? 0);
    if (terminal.json) {
      terminal.outJson({
        extractor: readers.extractor,
        read: events.length - failed.length,
        proposed: made,
        unreadable: events.filter(isStrange).map(({ source }) => source),
        failed: failed.map(({ source, capture, notRead }) => ({ source, capture, reason: notRead })),
        waiting: claims.proposed,
        stopped,
      });
    } else {
      const lines = wordsOf(events, {
        made,
        waiting: claims.proposed,
        vault: call.vault,
        empty: sources === 0,
      });
      terminal.out(...lines.flatMap((line) => (line.startsWith(' ') ? [line] : para(line, terminal.paper))));
      if (stopped)
        terminal.out('Stopped before the end. Run onrecord propose again: it goes on where it stopped.');
    }
    return stopped || failed.length > 0 ? EXIT.someFailed : EXIT.ok;
  },
};

/** 64: more threads than any text collection on one machine makes use of. */
const MOST_THREADS = 64;

/** Null: one for each core. */
function threadsOf({ threads }: Options): number | null {
  if (threads === undefined) return null;
  const number = typeof threads === 'string' && /^\d{1,3}$/u.test(threads) ? Number(threads) : Number.NaN;
  if (!(number <= MOST_THREADS))
    throw usageError(`--threads must be a whole number from 0 to ${MOST_THREADS}`, 'propose');
  return number;
}

/** Read, but in a language that the extractor does not know. */
function isStrange({ language, notRead }: ProposeEvent): boolean {
  return language === null && notRead === null;
}

function wordsOf(
  events: readonly ProposeEvent[],
  {
    made,
    waiting,
    vault,
    empty,
  }: { readonly made: number; readonly waiting: number; readonly vault: string; readonly empty: boolean },
): string[] {
  const flag = vaultFlag(vault);
  if (empty) return [`There is nothing to read yet. Take reports in with: onrecord capture reports/${flag}`];
  const wait = waiting === 1 ? '1 proposal waits' : `${numberWords(waiting)} proposals wait`;
  if (events.length === 0) return [`Nothing new to read. ${wait} for review.`];
  const failed = events.filter(({ notRead }) => notRead !== null).length;
  const lines = [
    `${counted(events.length - failed, 'text')} read, ${counted(made, 'claim')} proposed. ${wait} for review.`,
  ];
  if (failed > 0)
    lines.push(`${counted(failed, 'text')} could not be read, see above. The next run tries again.`);
  const strange = events.filter(isStrange).length;
  if (strange > 0)
    lines.push(
      `${strange === 1 ? '1 text is' : `${strange} texts are`} in a language that cannot be read yet: bytes and text are kept.`,
    );
  return [
    ...lines,
    'Nothing counts until a person accepts it.',
    '',
    'Next:',
    `  $ onrecord show --include-proposed${flag}`,
  ];
}

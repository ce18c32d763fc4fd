/** `onrecord propose`: lets the machine mark who says what in every text that it has not read. */
import { loadExtractor } from '../compose.ts';
import { type ProposeEvent, proposeClaims } from '../desk/propose-claims.ts';
import type { CommandFile } from './command.ts';
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
    'Reads every stored text that has not been read yet and proposes claims: who says what, through whom, with which words. Nothing counts until a person accepts it. Running it again proposes nothing twice.',
  args: [],
  options: [],
  examples: [['onrecord propose', 'reads what is new in ./onrecord-vault']],
  usesVault: true,
  async run(call) {
    const { terminal } = call;
    const desk = await call.open('write');
    const { extractor, read } = await loadExtractor();
    const progress = openProgress(terminal, () => performance.now());
    const stop = listenForStop(() => progress.keep('Stopping after this text.'));
    const events: ProposeEvent[] = [];
    try {
      for await (const event of proposeClaims(desk, { extractor, read, signal: stop.signal })) {
        events.push(event);
        progress.tell(`${event.done} of ${event.total} texts read — ${oneLine(event.title ?? 'untitled')}`);
      }
    } finally {
      progress.end();
      stop.release();
    }
    const { claims, sources } = await desk.store.counts();
    const made = events.reduce((sum, event) => sum + event.claims, 0);
    const stopped = stop.signal.aborted && events.length < (events[0]?.total ?? 0);
    if (terminal.json) {
      const unreadable = events.filter(({ language }) => language === null).map(({ source }) => source);
      terminal.outJson({
        extractor,
        read: events.length,
        proposed: made,
        unreadable,
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
    return stopped ? EXIT.someFailed : EXIT.ok;
  },
};

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
  const lines = [
    `${counted(events.length, 'text')} read, ${counted(made, 'claim')} proposed. ${wait} for review.`,
  ];
  const strange = events.filter(({ language }) => language === null).length;
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

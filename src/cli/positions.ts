/** `onrecord positions`: who alleges, who denies, side by side. */

import { idLetters } from '../desk/find-by-id.ts';
import { listPositions, type PropositionPositions } from '../desk/list-positions.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import {
  INCLUDE_PROPOSED,
  LIMIT,
  limitOf,
  MEASURE,
  PROPOSITION,
  reckonConditions,
} from './figure-options.ts';
import { emptyLines } from './next-step.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { originsWords, type Page, para, positionLines, shortId, waitingLines } from './words.ts';

export const positions: CommandFile = {
  name: 'positions',
  summary: 'who alleges, who denies, side by side',
  description:
    'Shows for each proposition what every actor says about it, the latest position first in each history: an allegation stands next to its denial. Signs: ● alleges ▲ confirms ◇ denies ◐ disputes □ declines · silent ? asks → undertakes.',
  args: [],
  options: [PROPOSITION, MEASURE, INCLUDE_PROPOSED, LIMIT],
  examples: [['onrecord positions --measure detained', 'all that is said about detentions']],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const { paper } = terminal;
    const query = {
      ...reckonConditions(options),
      ...limitOf(options, { json: terminal.json, name: 'positions', usual: 20 }),
    };
    const desk = await call.open('read');
    const list = await listPositions(desk, query);
    if (terminal.json) {
      terminal.outJson({ ...list, includeProposed: query.includeProposed });
      return EXIT.ok;
    }
    const counts = await desk.store.counts();
    const page = { paper, letters: idLetters(counts) };
    if (list.propositions.length === 0)
      terminal.out(
        ...emptyLines('No positions are on record yet.', {
          counts,
          waiting: list.waiting,
          place: call,
          paper,
        }),
      );
    for (const one of list.propositions) terminal.out(...onOne(one, page));
    const more = list.fitting - list.propositions.length;
    if (more > 0) terminal.out('', `${more} more: add --limit ${list.fitting}.`);
    terminal.out(
      ...waitingLines({
        waiting: list.waiting,
        includeProposed: query.includeProposed,
        place: call,
        paper,
      }),
    );
    return EXIT.ok;
  },
};

function onOne(
  { proposition, positions: said, origins, standing }: PropositionPositions,
  page: Page,
): string[] {
  const { paper } = page;
  const head = wrap(paper, oneLine(`${proposition.text} · ${shortId(proposition.id, page)}`));
  const doubt = `${originsWords(origins.atLeast, origins.atMost)} · ${standing.word}: ${standing.because}`;
  return [
    '',
    ...head.map((line) => ink(paper, 'strong', line)),
    ...para(doubt, paper, '  '),
    ...positionLines(said, page, '  '),
  ];
}

/** `onrecord positions`: who alleges, who denies, side by side. */

import { listPositions, type PropositionPositions } from '../desk/list-positions.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { printFigures } from './figure-list.ts';
import {
  INCLUDE_PROPOSED,
  LIMIT,
  limitOf,
  MEASURE,
  PROPOSITION,
  reckonConditions,
} from './figure-options.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { originsWords, type Page, para, positionLines, shortId } from './words.ts';

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
    await printFigures(call, desk, {
      rows: list.propositions,
      fitting: list.fitting,
      waiting: list.waiting,
      includeProposed: query.includeProposed,
      none: 'No positions are on record yet.',
      lines: onOne,
    });
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

/** `onrecord claims`: claims with their exact words. */

import type { ClaimView } from '../desk/claim-view.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { type ClaimQuery, listClaims } from '../desk/list-claims.ts';
import { CLAIM_STATUSES, STANCES } from '../desk/vocabulary.ts';
import type { CommandFile, Options } from './command.ts';
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
import { claimLines, counted, type Page, waitingLines } from './words.ts';

export const claims: CommandFile = {
  name: 'claims',
  summary: 'claims with their exact words',
  description:
    'Lists claims in the order in which they came in: who says it through whom, the exact words, the file and the place in its text (code points). Accepted claims unless --include-proposed or --status says otherwise. With --json one claim a line.',
  args: [],
  options: [
    ['--source <id>', 'claims of one source, by its id or the beginning of it'],
    PROPOSITION,
    MEASURE,
    ['--stance <stance>', 'how they stand to the proposition', STANCES],
    ['--speaker <name>', 'somebody in the chain, by name or id'],
    ['--status <status>', 'claims of this status alone', CLAIM_STATUSES],
    INCLUDE_PROPOSED,
    LIMIT,
  ],
  examples: [
    ['onrecord claims --stance denies --include-proposed', 'every denial, with its words'],
    ['onrecord claims --status rejected', 'what reviewers rejected, with the reasons'],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const query = claimQuery(options);
    const limit = limitOf(options, { json: terminal.json, name: 'claims', usual: 20 });
    const desk = await call.open('read');
    const list = await listClaims(desk, { ...query, ...limit });
    if (terminal.json) {
      for (const claim of list.claims) terminal.out(JSON.stringify(claim));
      return EXIT.ok;
    }
    const counts = await desk.store.counts();
    const page = { paper: terminal.paper, letters: idLetters(counts) };
    if (list.fitting === 0) {
      const told = { counts, waiting: list.waiting, place: call, paper: terminal.paper };
      terminal.out(...emptyLines('No claims fit.', told));
    }
    terminal.out(...listLines(list.claims, page));
    const more = list.fitting - list.claims.length;
    if (list.fitting > 0)
      terminal.out(
        '',
        `${counted(list.fitting, 'claim')}${more > 0 ? `, ${more} not shown: add --limit ${list.fitting}` : ''}.`,
      );
    terminal.out(
      ...waitingLines({
        waiting: list.waiting,
        includeProposed: options.includeProposed === true,
        place: call,
        paper: terminal.paper,
      }),
    );
    return EXIT.ok;
  },
};

/** Claims below the name of their source. */
function listLines(claims: readonly ClaimView[], page: Page): string[] {
  const { paper } = page;
  let before = '';
  return claims.flatMap((claim) => {
    const { id, publisher, title, publishedAt } = claim.source;
    const name = `${publisher ?? 'unknown outlet'} — ${title ?? 'untitled'} — ${publishedAt ?? 'day unknown'}`;
    const head =
      id === before ? [] : ['', ...wrap(paper, oneLine(name)).map((line) => ink(paper, 'strong', line))];
    before = id;
    return [...head, ...claimLines(claim, page)];
  });
}

/**
 * The conditions that the flags give.
 *
 * @example
 * claimQuery({ stance: 'denies' }); // { stance: 'denies', includeProposed: false }
 */
export function claimQuery(options: Options): ClaimQuery {
  const stance = STANCES.find((one) => one === options.stance);
  const status = CLAIM_STATUSES.find((one) => one === options.status);
  return {
    ...reckonConditions(options),
    ...(typeof options.source === 'string' ? { source: options.source } : {}),
    ...(typeof options.speaker === 'string' ? { speaker: options.speaker } : {}),
    ...(stance === undefined ? {} : { stance }),
    ...(status === undefined ? {} : { status }),
  };
}

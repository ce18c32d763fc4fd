/** `onrecord group`: which claims speak of the same. */

import type { Desk } from '../desk/desk.ts';
import { type HeldApart, holdApart } from '../desk/hold-apart.ts';
import { joinPropositions, type RegroupOutcome, splitClaims, undoRegroup } from '../desk/regroup-claims.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { BY, byOf, REASON, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';
import { counted } from './words.ts';

export const group: CommandFile = {
  name: 'group',
  summary: 'which claims speak of the same: join, split, undo, apart',
  description:
    'join FROM… INTO puts all claims of one or more propositions to the last one. split CLAIM… --text "…" puts claims to a new proposition. undo PROPOSITION takes back the last regrouping into it. apart A B holds two propositions apart: they are suggested as one no more; again A B takes that back. Every step needs a name and a reason and can be taken back.',
  args: [
    ['<action>', 'join, split, undo, apart or again'],
    ['<id...>', 'propositions to join or to hold apart, claims to split off, or the proposition to undo'],
  ],
  options: [['--text <words>', 'for split: the neutral sentence of the new proposition'], BY, REASON],
  examples: [
    [
      'onrecord group join prp_9abcd prp_2cdef --by "A. Archivist" --reason "same"',
      'joins two propositions; more may stand before the last',
    ],
    ['onrecord group split clm_k3v9q --text "detained in Dol" --reason "place"', 'splits one claim off'],
    ['onrecord group undo prp_2cdef --by "A. Archivist"', 'takes the last regrouping back'],
    [
      'onrecord group apart prp_9abcd prp_2cdef --by "A. Archivist" --reason "two raids"',
      'they are suggested as one no more',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { terminal } = call;
    const desk = await call.open('write');
    const [action] = call.args;
    if (action === 'apart' || action === 'again') {
      const held = await apart(desk, call, action === 'apart');
      if (terminal.json) terminal.outJson(held);
      else if (action === 'again') terminal.out('The two may be suggested as one again.');
      else
        terminal.out(
          `The two are suggested as one no more. Take it back with: onrecord group again ${held.pair.map((id) => id.slice(0, 12)).join(' ')}${placeFlags(call)}`,
        );
      return EXIT.ok;
    }
    const outcome = await regroup(desk, call);
    if (terminal.json) terminal.outJson(outcome);
    else
      terminal.out(
        `${counted(outcome.claims.length, 'claim')} put to ${outcome.to.map((id) => id.slice(0, 12)).join(', ')}. Take it back with: onrecord group undo ${(outcome.to[0] ?? '').slice(0, 12)}${placeFlags(call)}`,
      );
    return EXIT.ok;
  },
};

async function apart(desk: Desk, { args, options }: Call, isApart: boolean): Promise<HeldApart> {
  const [action, first, second, ...others] = args;
  if (first === undefined || second === undefined || others.length > 0)
    throw usageError(`${action} needs two propositions`, 'group');
  const decision = { by: byOf(options), reason: wordsOf(options, 'reason') };
  return holdApart(desk, { ...decision, pair: [first, second], apart: isApart });
}

async function regroup(desk: Desk, { args, options }: Call): Promise<RegroupOutcome> {
  const [action, first = '', ...rest] = args;
  const decision = { by: byOf(options), reason: wordsOf(options, 'reason') };
  if (action === 'join') {
    const into = rest.at(-1);
    if (into === undefined)
      throw usageError('join needs two propositions or more: FROM… and, last, INTO', 'group');
    return joinPropositions(desk, { ...decision, from: [first, ...rest.slice(0, -1)], into });
  }
  if (action === 'split') {
    const text = wordsOf(options, 'text');
    if (text === null || text.trim() === '')
      throw usageError('split needs --text "the sentence of the new proposition"', 'group');
    return splitClaims(desk, { ...decision, claims: [first, ...rest], text });
  }
  if (action === 'undo') {
    if (rest.length > 0) throw usageError('undo needs one proposition', 'group');
    return undoRegroup(desk, { ...decision, proposition: first });
  }
  throw usageError('The first word after group must be join, split, undo, apart or again', 'group');
}

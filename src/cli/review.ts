/** What accept and reject share: which claims, who decides, what is told. */
import { reviewClaims } from '../desk/review-claim.ts';
import { STANCES } from '../desk/vocabulary.ts';
import { claimQuery } from './claims.ts';
import type { Call, CommandFile } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, MEASURE, PROPOSITION, REASON, wordsOf } from './figure-options.ts';
import { counted } from './words.ts';

/** Flags of accept and reject. */
export const REVIEW_OPTIONS: CommandFile['options'] = [
  ['--all-of <source>', 'all waiting proposals of one source'],
  PROPOSITION,
  MEASURE,
  ['--stance <stance>', 'waiting proposals with this stance', STANCES],
  ['--speaker <name>', 'waiting proposals with somebody in the chain'],
  BY,
  REASON,
];

/**
 * Runs a decision.
 *
 * @example
 * return runReview(call, 'accepted');
 */
export async function runReview(call: Call, decision: 'accepted' | 'rejected'): Promise<ExitCode> {
  const { options, terminal } = call;
  const desk = await call.open('write');
  const filtered = ['allOf', 'proposition', 'measure', 'stance', 'speaker'].some(
    (name) => options[name] !== undefined,
  );
  const allThatFit = filtered
    ? claimQuery(typeof options.allOf === 'string' ? { ...options, source: options.allOf } : options)
    : null;
  const decided = await reviewClaims(desk, {
    decision,
    claims: call.args,
    allThatFit,
    by: byOf(options),
    reason: wordsOf(options, 'reason'),
  });
  const outcome = { ...decided, waiting: (await desk.store.counts()).claims.proposed };
  if (terminal.json) {
    terminal.outJson(outcome);
    return EXIT.ok;
  }
  const same =
    outcome.unchanged.length === 0
      ? ''
      : ` ${counted(outcome.unchanged.length, 'claim')} had that decision already.`;
  terminal.out(
    `${counted(outcome.decided.length, 'claim')} ${decision} by ${outcome.by}.${same} ${counted(outcome.waiting, 'proposal')} still waiting.`,
  );
  return EXIT.ok;
}

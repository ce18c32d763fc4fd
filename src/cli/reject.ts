/** `onrecord reject`: a person rejects claims, with a reason. */
import type { CommandFile } from './command.ts';
import { REVIEW_OPTIONS, runReview } from './review.ts';

export const reject: CommandFile = {
  name: 'reject',
  summary: 'reject claims, with a reason',
  description:
    'Rejects claims, by id or all waiting proposals that fit. A rejected claim does not count and stays visible with its reason; it can be accepted later.',
  args: [['[claim...]', 'ids of claims or their beginnings']],
  options: REVIEW_OPTIONS,
  examples: [['onrecord reject clm_k3v9q --reason "other speaker" --by "A. Archivist"', 'rejects one claim']],
  usesVault: true,
  run: (call) => runReview(call, 'rejected'),
};

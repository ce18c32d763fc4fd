/** `onrecord accept`: a person accepts proposed claims. */
import type { CommandFile } from './command.ts';
import { REVIEW_OPTIONS, runReview } from './review.ts';

export const accept: CommandFile = {
  name: 'accept',
  summary: 'accept proposed claims',
  description:
    'Accepts claims, by id or all waiting proposals that fit: from then on they count. Accepting says that the source says it, not that it is so. The name of who decides stands in the log.',
  args: [['[claim...]', 'ids of claims or their beginnings']],
  options: REVIEW_OPTIONS,
  examples: [
    ['onrecord accept clm_k3v9q clm_8p2ww --by "A. Archivist"', 'accepts two claims'],
    ['onrecord accept --all-of src_7d2kq --by "A. Archivist"', 'accepts all waiting proposals of one source'],
  ],
  usesVault: true,
  run: (call) => runReview(call, 'accepted'),
};

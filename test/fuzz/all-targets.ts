/** Every parser that takes in what somebody else made. */
import type { FuzzTarget } from './fuzz-target.ts';
import { DOCUMENT_TARGETS } from './targets/documents.ts';
import { PROOF_TARGETS } from './targets/proofs.ts';
import { QUESTION_TARGETS } from './targets/questions.ts';
import { TABLE_TARGETS } from './targets/tables.ts';
import { WORD_TARGETS } from './targets/words.ts';

export const ALL_TARGETS: readonly FuzzTarget[] = [
  ...DOCUMENT_TARGETS,
  ...TABLE_TARGETS,
  ...PROOF_TARGETS,
  ...WORD_TARGETS,
  ...QUESTION_TARGETS,
];

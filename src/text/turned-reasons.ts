/** Why the words of a claim decide against their cue, for the reviewer. */
import { READER_REASONS } from '../record/reasons/reader-reasons.ts';
import type { Stance } from '../record/stance.ts';

/** By the stance that the words give. */
export const TURNED_REASONS = {
  alleges: READER_REASONS.turnedAlleges,
  confirms: READER_REASONS.turnedConfirms,
  denies: READER_REASONS.turnedDenies,
  disputes: READER_REASONS.turnedDisputes,
  declines: READER_REASONS.turnedDeclines,
  silent: READER_REASONS.turnedSilent,
  asks: READER_REASONS.turnedAsks,
  undertakes: READER_REASONS.turnedUndertakes,
} as const satisfies Readonly<Record<Stance, string>>;

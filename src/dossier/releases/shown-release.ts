/** What a dossier shows of the release it belongs to, and of those whose place it takes. */
import type { PublishedRelease } from '../../record/release/release.ts';

/** A release whose place another one takes. */
export type EarlierRelease = Pick<
  PublishedRelease,
  'id' | 'number' | 'position' | 'madeAt' | 'dossierSha256' | 'corrects' | 'changes'
>;

export interface ShownRelease
  extends Pick<
    PublishedRelease,
    'id' | 'number' | 'position' | 'madeAt' | 'profile' | 'corrects' | 'changes'
  > {
  /** Proposals on its part of the record that nobody reviewed; they are not in it. */
  readonly waiting: number;
  /** Oldest first; empty for one that corrects none. */
  readonly earlier: readonly EarlierRelease[];
}

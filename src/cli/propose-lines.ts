/** What `onrecord propose` says for a person when it ends. */
import type { ProposeEvent } from '../desk/propose-claims.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { counted } from './words.ts';

/** What a run came to. */
export interface ProposeRun {
  readonly events: readonly ProposeEvent[];
  /** Proposals that wait for review, from all runs. */
  readonly waiting: number;
  readonly place: Place;
  /** The record holds no source. */
  readonly empty: boolean;
}

/** Read, but in a language that the extractor does not know. */
export function isStrange({ language, notRead, withheld }: ProposeEvent): boolean {
  return language === null && notRead === null && !withheld;
}

/** Texts that were read. */
export function readIn(events: readonly ProposeEvent[]): readonly ProposeEvent[] {
  return events.filter(({ notRead, withheld }) => notRead === null && !withheld);
}

/** Claims proposed. */
export function madeIn(events: readonly ProposeEvent[]): number {
  return events.reduce((sum, event) => sum + event.claims, 0);
}

/**
 * The lines.
 *
 * @example
 * terminal.out(...proposeLines({ events, waiting: 3, place: call, empty: false }));
 */
export function proposeLines({ events, waiting, place, empty }: ProposeRun): string[] {
  const flag = placeFlags(place);
  if (empty) return [`There is nothing to read yet. Take reports in with: onrecord capture reports/${flag}`];
  const wait = counted(waiting, 'proposal waits', 'proposals wait');
  if (events.length === 0) return [`Nothing new to read. ${wait} for review.`];
  const lines = [
    `${counted(readIn(events).length, 'text')} read, ${counted(madeIn(events), 'claim')} proposed. ${wait} for review.`,
  ];
  const failed = events.filter(({ notRead }) => notRead !== null).length;
  if (failed > 0)
    lines.push(`${counted(failed, 'text')} could not be read, see above. The next run tries again.`);
  const strange = events.filter(isStrange).length;
  if (strange > 0)
    lines.push(
      `Not read: ${counted(strange, 'text is', 'texts are')} in a language without a pack; bytes and text are kept.`,
    );
  return [
    ...lines,
    'Nothing counts until a person accepts it.',
    '',
    'Next, in the browser or here:',
    `  $ onrecord serve${flag}`,
    `  $ onrecord show --include-proposed${flag}`,
  ];
}

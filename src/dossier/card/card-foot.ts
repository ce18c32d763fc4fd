/** What stands on every card: from which record it was made, what a figure on it is not, and that nobody has reviewed some of it. */
import { instantWords } from '../edtf-words.ts';
import { numberWords } from '../figure-words.ts';
import { LIGHT } from '../style-tokens.ts';
import type { View } from '../view.ts';
import type { CardOp } from './card-ops.ts';
import { LEFT, lineAt, paragraph, RIGHT, rule, textAt } from './card-parts.ts';
import { sayOf } from './card-words.ts';

const TOP = 528;

/**
 * Draws it.
 *
 * @param told sources or terms, two lines at most
 * @example
 * footOps(view, '3 sources: …');
 */
export function footOps(view: View, told: string): readonly CardOp[] {
  const { options, record } = view;
  const say = sayOf(view);
  const width = RIGHT - LEFT;
  const place = [
    ...(record.asOf === null ? [] : [`${say('As known on')} ${say(instantWords(record.asOf))}`]),
    `${say('Log position').toLowerCase()} ${say(numberWords(options.head?.seq ?? record.logPosition))}`,
    ...(options.head === null
      ? []
      : [`${say('Root of the log').toLowerCase()} ${options.head.root.slice(0, 16)}…`]),
    ...(options.release === undefined
      ? []
      : [say('Release {}', String(options.release.number)).toLowerCase()]),
  ];
  return [
    rule({ x: LEFT, y: TOP, width }, LIGHT.rule, 1),
    ...paragraph(told, { x: LEFT, y: TOP, step: 24, width, most: 2 }, { size: 16 }).ops,
    textAt(LEFT, 598, place.join(' · '), { size: 15 }),
    textAt(RIGHT, 598, `onrecord ${options.version}`, { size: 15, anchor: 'end' }),
    lineAt(
      { x: LEFT, y: 618, width },
      say('Reported: what independent origins say, with every denial beside it. Never a verdict.'),
      { size: 15 },
    ),
  ];
}

/** Pixels that the words below take at most. */
export const UNREVIEWED_WIDTH = 480;

/**
 * Says at the right that proposals stand in what is shown.
 *
 * @param y base line
 * @example
 * unreviewedOps(view, 52);
 */
export function unreviewedOps(view: View, y: number): readonly CardOp[] {
  const words = sayOf(view)('Holds proposals of a machine that nobody has reviewed');
  return [textAt(RIGHT, y, words, { size: 15, weight: 600, fill: LIGHT.warn, anchor: 'end' })];
}

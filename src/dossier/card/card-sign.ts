/** The signs of stances on a card: the same shapes as everywhere, told apart in black and white. */
import type { Stance } from '../../record/stance.ts';
import { LIGHT } from '../style-tokens.ts';
import type { CardOp } from './card-ops.ts';

const CIRCLE = 'M-6 0A6 6 0 1 0 6 0A6 6 0 1 0 -6 0Z';

interface Part {
  readonly d: string;
  readonly full: boolean;
}

const SHAPES: Readonly<Record<Stance, readonly Part[]>> = {
  alleges: [{ d: CIRCLE, full: true }],
  confirms: [{ d: 'M0 -7L7 6H-7Z', full: true }],
  denies: [{ d: 'M0 -7L7 0L0 7L-7 0Z', full: false }],
  disputes: [
    { d: CIRCLE, full: false },
    { d: 'M0 -6A6 6 0 0 0 0 6Z', full: true },
  ],
  declines: [{ d: 'M-6 -6H6V6H-6Z', full: false }],
  silent: [{ d: 'M-2.5 0A2.5 2.5 0 1 0 2.5 0A2.5 2.5 0 1 0 -2.5 0Z', full: true }],
  asks: [{ d: 'M-4 -4C-4 -9 5 -9 4 -3C4 0 0 0 0 3M0 6V7', full: false }],
  undertakes: [{ d: 'M-7 0H7M2 -5L7 0L2 5', full: false }],
};

/**
 * Draws a sign.
 *
 * @example
 * signOps('denies', { x: 600, y: 140 });
 */
export function signOps(
  stance: Stance,
  { x, y }: { readonly x: number; readonly y: number },
): readonly CardOp[] {
  return SHAPES[stance].map(({ d, full }) => ({
    kind: 'path',
    d,
    x,
    y,
    fill: full ? LIGHT[stance] : null,
    stroke: full ? null : LIGHT[stance],
    width: full ? 0 : 2,
  }));
}

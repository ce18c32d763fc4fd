/** How many voices stand for, against and aside. Voices are not origins: ten may rest on one. */
import type { Stance } from '../../record/stance.ts';

const SIDE: Readonly<Record<Stance, 'for' | 'against' | 'other'>> = {
  alleges: 'for',
  confirms: 'for',
  denies: 'against',
  disputes: 'against',
  declines: 'other',
  silent: 'other',
  asks: 'other',
  undertakes: 'other',
};

/**
 * Counts voices by their latest stance; what is only said of the whole occurrence is left out.
 *
 * @example
 * sidesOf([{ latest: 'denies', inherited: false }]); // { for: 0, against: 1, other: 0 }
 */
export function sidesOf(
  positions: readonly { readonly latest: Stance; readonly inherited: boolean }[],
): Record<'for' | 'against' | 'other', number> {
  const sides = { for: 0, against: 0, other: 0 };
  for (const { latest, inherited } of positions) if (!inherited) sides[SIDE[latest]] += 1;
  return sides;
}

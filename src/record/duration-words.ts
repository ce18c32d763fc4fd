/** Lengths of time in words: how far clocks differ, how long is waited. */

const UNITS: readonly (readonly [name: string, milliseconds: number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
];

/**
 * A length of time in the largest unit of which there are two, or exactly one, so that little is rounded away.
 *
 * @param milliseconds not negative
 * @example
 * durationWords(90_000); // '90 seconds'
 */
export function durationWords(milliseconds: number): string {
  const [name, size] = UNITS.find(([, unit]) => milliseconds >= 2 * unit || milliseconds === unit) ?? [
    'millisecond',
    1,
  ];
  const count = Math.floor(milliseconds / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

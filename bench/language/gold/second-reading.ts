/**
 * Forty paragraphs of `figures-1` to `-5`, drawn at random, read a second time from the rules of gold/README.md alone before
 * their annotation was looked at: how far two readings of the same paragraphs agree bounds what a program can be asked for.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIGURE_BATCHES, type GoldQuantity, readGold } from './paragraph.ts';

interface SecondReading {
  readonly id: string;
  readonly figures: readonly {
    readonly text: string;
    readonly measures: readonly string[];
    readonly optional?: boolean;
  }[];
}

/** How far the second reading agrees with the first. */
export interface Agreement {
  readonly paragraphs: number;
  /** Owed figures of the first reading. */
  readonly first: number;
  readonly second: number;
  /** The same words with a measure that is fair to the first. */
  readonly both: number;
}

function agrees(
  one: SecondReading['figures'][number],
  { text, measure, measureAlso = [] }: GoldQuantity,
): boolean {
  const [a, b] = [one.text.toLowerCase(), text.toLowerCase()];
  const fair: readonly (string | null)[] = [measure, ...measureAlso];
  return (a.includes(b) || b.includes(a)) && one.measures.some((own) => fair.includes(own));
}

/** @example secondReading().both; // figures that both readings have */
export function secondReading(): Agreement {
  const lines = readFileSync(join(import.meta.dirname, 'second-reading.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const readings = lines.map((line) => JSON.parse(line) as SecondReading);
  const known = new Map(
    FIGURE_BATCHES.flatMap((batch) => readGold(batch)).map(({ id, relations }) => [
      id,
      relations.flatMap(({ quantities }) => quantities),
    ]),
  );
  let [first, second, both] = [0, 0, 0];
  for (const { id, figures } of readings) {
    const free = new Set(known.get(id));
    first += [...free].filter(({ optional }) => !optional).length;
    for (const one of figures.filter(({ optional }) => !optional)) {
      const [same] = [...free]
        .filter((figure) => agrees(one, figure))
        .sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
      if (same !== undefined) free.delete(same);
      if (same?.optional) continue;
      second += 1;
      if (same !== undefined) both += 1;
    }
  }
  return { paragraphs: readings.length, first, second, both };
}

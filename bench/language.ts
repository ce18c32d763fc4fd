/**
 * What must be shown of reading, in one run on this machine. Each part prints what it compared and on what data; parts
 * whose data folder is absent say so. The last line is one line of JSON: `part.figure`, scores as
 * fractions from 0 to 1.
 *
 *   npm run bench:language            all parts
 *   node bench/language.ts NAME …     only these; with --misses, gold lists each miss of its dev half
 */
import { FIGURES } from './language/figures.ts';
import { GOLD } from './language/gold.ts';
import { NAMES } from './language/names.ts';
import { packs } from './language/packs.ts';
import type { Figures, Part } from './language/part.ts';
import { POLNEAR } from './language/polnear.ts';
import { SEED } from './language/seed.ts';
import { speed } from './language/speed.ts';
import { stance } from './language/stance.ts';
import { victims } from './language/victims.ts';

const PARTS: readonly Part[] = [POLNEAR, SEED, GOLD, FIGURES, stance, victims, NAMES, packs, speed];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
for (const name of wanted) {
  if (!PARTS.some((part) => part.name === name))
    throw new Error(`there is no part ${name}; parts: ${PARTS.map((part) => part.name).join(', ')}`);
}
const figures: Record<string, Figures> = {};
for (const part of PARTS) {
  if (wanted.length > 0 && !wanted.includes(part.name)) continue;
  console.log(`\n${part.name}: ${part.about}`);
  figures[part.name] = await part.run({ say: (line) => console.log(`  ${line}`) });
}
/** Figures that stand under their own name. */
const OWN_NAME = new Set(['words_per_second']);
/** "polnear.relation": a part's figure under its name; a figure that bears its part's name stands for the part. */
const flat = Object.entries(figures).flatMap(([part, values]) =>
  Object.entries(values).map(
    ([name, value]) => [name === part || OWN_NAME.has(name) ? name : `${part}.${name}`, value] as const,
  ),
);
console.log(JSON.stringify(Object.fromEntries(flat)));

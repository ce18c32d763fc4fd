/**
 * `node test/fuzz/keep.ts FOLDER`: of the inputs that a run wrote to FOLDER/fresh and FOLDER/found, keeps for each parser the few
 * small ones that reach the most beyond its seeds and what is kept already. What was found is always kept while it is small.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS, keepInput, keptInputs } from './corpus.ts';
import { watchCoverage } from './coverage.ts';
import { judge } from './judge.ts';

/** Bytes and files that one parser may have in the corpus, and bytes of one file. */
const [MOST_BYTES, MOST_FILES, MOST_FILE] = [16_000, 14, 4_000];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new TypeError('Name the folder that a run wrote to.');
const coverage = watchCoverage();
const { ALL_TARGETS } = await import('./all-targets.ts');
for (const target of ALL_TARGETS) {
  const read = await target.open();
  const kept = [...keptInputs(target.name).values()];
  let [bytes, files] = [kept.reduce((sum, one) => sum + one.length, 0), kept.length];
  for (const input of [...(await target.seeds()), ...kept]) await judge(read, input);
  coverage.fresh();
  for (const [kind, input] of [...candidates('found', target.name), ...candidates('fresh', target.name)]) {
    if (input.length > MOST_FILE || bytes + input.length > MOST_BYTES || files >= MOST_FILES) continue;
    await judge(read, input);
    if (coverage.fresh() === 0 && kind === 'fresh' && files >= 2) continue;
    keepInput(CORPUS, target.name, input);
    bytes += input.length;
    files += 1;
  }
  console.log(`${target.name}: ${files} inputs, ${bytes} bytes`);
}
coverage.close();

/** Smallest first: what is kept should be read at a glance. */
function candidates(kind: string, target: string): readonly (readonly [string, Uint8Array])[] {
  const dir = join(folder ?? '', kind, target);
  let names: readonly string[] = [];
  try {
    names = readdirSync(dir);
  } catch {
    return [];
  }
  return names
    .map((name) => [kind, new Uint8Array(readFileSync(join(dir, name)))] as const)
    .toSorted(([, a], [, b]) => a.length - b.length)
    .slice(0, kind === 'found' ? 4 : 200);
}

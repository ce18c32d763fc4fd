/** People counted once: how often the interval for the number of distinct people holds a known truth. */
import { linkRecords } from '../../src/engine/duckdb/link-records.ts';
import { seededUniform } from '../../src/reckon/estimate/seeded-chance.ts';
import type { LinkColumn } from '../../src/reckon/linkage/columns.ts';
import { type PosteriorLinkage, posteriorLinkage } from '../../src/reckon/linkage/posterior-linkage.ts';
import { simulatePairs } from '../../src/reckon/linkage/simulated-pairs.ts';
import { priorBits } from '../../src/reckon/linkage/weights.ts';
import { generatePeople, INVENTED_COLUMNS } from './generate-people.ts';
import { LABELLED, readLabelled } from './linkage-sets.ts';
import { pairScore } from './pair-score.ts';

/** Lists of invented people that are linked from their text. */
const LINKED_LISTS = 10;
const RECORDS = 1000;

/** The part for `bench/count.ts`. */
export async function peoplePart({
  runs,
}: {
  readonly runs: number;
}): Promise<Readonly<Record<string, unknown>>> {
  return {
    people_model_coverage: underItsOwnModel(runs),
    people_invented_coverage: await onInventedLists(),
    people_labelled: await onLabelledLists(),
  };
}

/** Weights as a perfect model gives them: what the sampler alone is answerable for. */
function underItsOwnModel(runs: number): number {
  let told = 0;
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const truth = simulatePairs(200, { theta: 400, distance: 5 }, seededUniform(run, 1));
    const { people } = drawn({ ...truth, lists: null }, run);
    if (people.status !== 'told') continue;
    told += 1;
    if (people.low <= truth.people && truth.people <= people.high) held += 1;
  }
  console.log(
    `  weights of a perfect model, 200 records: truth in ${held} of ${told} intervals, ${runs - told} withheld`,
  );
  return share(held, told);
}

/** From the text of invented lists: what linkage as a whole is answerable for. */
async function onInventedLists(): Promise<number> {
  let told = 0;
  let held = 0;
  for (let list = 0; list < LINKED_LISTS; list += 1) {
    const people = generatePeople(RECORDS, 0.2, 100 + list);
    const { interval, persons } = await counted(
      INVENTED_COLUMNS,
      people.map(({ values }) => values),
      people.map(({ person }) => person),
    );
    console.log(`  ${RECORDS} invented records: ${interval}; ${persons.truth} people in truth`);
    if (persons.low === null || persons.high === null) continue;
    told += 1;
    if (persons.low <= persons.truth && persons.truth <= persons.high) held += 1;
  }
  console.log(`  invented lists: truth in ${held} of ${told} intervals`);
  return share(held, told);
}

async function onLabelledLists(): Promise<Readonly<Record<string, unknown>>> {
  const figures: Record<string, unknown> = {};
  for (const name of Object.keys(LABELLED)) {
    const set = readLabelled(name);
    if (set === null) {
      console.log(`  ${name}: not measured, the labelled lists are not beside the repository`);
      continue;
    }
    const { interval, persons, f1, seconds } = await counted(set.columns, set.rows, set.truth);
    console.log(
      `  ${name}: ${interval}; ${persons.truth} people in truth; reading of least loss F1 ${f1.toFixed(4)}; drawn in ${seconds.toFixed(1)} s`,
    );
    figures[name] = [persons.people, persons.low, persons.high, persons.truth];
  }
  return figures;
}

async function counted(
  columns: readonly LinkColumn[],
  rows: readonly (readonly (string | null)[])[],
  truth: readonly (string | number)[],
) {
  const { records, pairs, model } = await linkRecords(columns, rows);
  const start = performance.now();
  const { people, point, diagnostics } = drawn(
    { records, pairs, priorBits: priorBits(model), lists: null },
    1,
  );
  const { f1, persons } = pairScore(point, truth);
  const told = people.status === 'told' ? people : { people: null, low: null, high: null };
  const interval =
    people.status === 'told'
      ? `${people.people} people [${people.low}, ${people.high}]`
      : `withheld (R-hat ${diagnostics.rHat})`;
  return {
    interval,
    f1,
    seconds: (performance.now() - start) / 1000,
    persons: { truth: persons, people: told.people, low: told.low, high: told.high },
  };
}

function drawn(input: Parameters<typeof posteriorLinkage>[0], seed: number): PosteriorLinkage {
  const outcome = posteriorLinkage(input, { seed });
  if (outcome.status !== 'drawn') throw new Error('no decisions were given, yet they contradict each other');
  return outcome;
}

const share = (held: number, told: number): number => Number((held / Math.max(told, 1)).toFixed(3));

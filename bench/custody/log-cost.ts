/**
 * What the log costs: entries appended a second to an encrypted vault, in batches and one by one, and the proof that one
 * entry is in a log of a million. Every proof that is timed is also checked against the signed head.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyInclusion } from '../../src/crypto/merkle.ts';
import { logHead } from '../../src/desk/log-head.ts';
import type { NewEntry } from '../../src/desk/ports/record-store.ts';
import { type Context, type Figures, type Part, percentile, rounded } from './part.ts';
import { newFolderPlace, openPlace, type Place } from './places.ts';

const BATCH = 1000;
const ROUNDS = 5;
const BATCHES_EACH = 20;
const SINGLE = 1000;
const PROOFS = 2000;
/** Entries of one transaction while the long log is made. */
const LARGE_BATCH = 10_000;

function entry(number: number): NewEntry {
  const body = { action: 'fixity-checked', captures: number, entries: number, faults: 0, items: [] } as const;
  return { at: '2031-04-03T08:00:00Z', agent: 'machine', subject: 'log', body };
}

function batchOf(first: number, count: number): readonly NewEntry[] {
  return Array.from({ length: count }, (_, at) => entry(first + at));
}

async function append({ folder, say }: Context): Promise<Figures> {
  const dir = join(folder, 'append');
  rmSync(dir, { recursive: true, force: true });
  const desk = await openPlace(await newFolderPlace(dir, 'encrypted'));
  const batches = Array.from({ length: BATCHES_EACH }, (_, at) => batchOf(at * BATCH, BATCH));
  const rates: number[] = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    for (const batch of batches) await desk.store.append(batch);
    rates.push((BATCH * BATCHES_EACH) / ((performance.now() - start) / 1000));
  }
  const { user, system } = process.cpuUsage(cpu);
  const perCpuSecond = Math.round((BATCH * BATCHES_EACH * (ROUNDS + 1)) / ((user + system) / 1e6));
  const start = performance.now();
  for (let number = 0; number < SINGLE; number += 1) await desk.store.append([entry(number)]);
  const single = SINGLE / ((performance.now() - start) / 1000);
  const faults = await desk.store.check();
  await desk.close();
  rmSync(dir, { recursive: true });
  const counted = rates.slice(1);
  const rate = Math.round(percentile(counted, 0.5));
  say(
    `batches of ${BATCH}: ${rate} entries/s (middle of ${ROUNDS} rounds of ${BATCHES_EACH}: ${counted.map(Math.round).join(' ')}; one before, not counted)`,
  );
  say(`per second of CPU: ${perCpuSecond} entries`);
  say(
    `one by one, each on disk before the next: ${Math.round(single)} entries/s; faults afterwards: ${faults.length}`,
  );
  return {
    log_appends_per_second: rate,
    log_appends_per_cpu_second: perCpuSecond,
    single_appends_per_second: Math.round(single),
  };
}

/** Made once and kept with the run's folder. */
async function longLog({ folder, sizes, say }: Context): Promise<Place> {
  const base = join(folder, `log-${sizes.entries}`);
  const description = join(base, 'place.json');
  if (existsSync(description)) return JSON.parse(readFileSync(description, 'utf8')) as Place;
  rmSync(base, { recursive: true, force: true });
  const place = await newFolderPlace(join(base, 'vault'), 'encrypted');
  const desk = await openPlace(place);
  const start = performance.now();
  for (let first = 0; first < sizes.entries; first += LARGE_BATCH)
    await desk.store.append(batchOf(first, Math.min(LARGE_BATCH, sizes.entries - first)));
  await desk.close();
  say(
    `${sizes.entries} entries written in ${rounded((performance.now() - start) / 1000)} s, ${LARGE_BATCH} at a time`,
  );
  writeFileSync(description, JSON.stringify(place));
  return place;
}

async function prove(context: Context): Promise<Figures> {
  const desk = await openPlace(await longLog(context));
  const head = await logHead(desk.store);
  const size = head?.seq ?? 0;
  const root = Buffer.from(head?.root ?? '', 'hex');
  const spent: number[] = [];
  let wrong = 0;
  for (let at = 0; at < PROOFS; at += 1) {
    const seq = 1 + Math.floor(Math.random() * size);
    const start = performance.now();
    const proof = await desk.store.inclusion(seq, size);
    spent.push(performance.now() - start);
    for await (const { leaf } of desk.store.log(seq, 1)) {
      const path = proof.map((hash) => Buffer.from(hash, 'hex'));
      const good = verifyInclusion({
        index: BigInt(seq - 1),
        size: BigInt(size),
        leafHash: Buffer.from(leaf, 'hex'),
        proof: path,
        root,
      });
      wrong += good ? 0 : 1;
    }
  }
  await desk.close();
  const figures = {
    p50: rounded(percentile(spent, 0.5), 2),
    p95: rounded(percentile(spent, 0.95), 2),
    max: rounded(percentile(spent, 1), 2),
  };
  context.say(
    `${PROOFS} entries at random of ${size}: p50 ${figures.p50} ms, p95 ${figures.p95} ms, max ${figures.max} ms, the first ones cold; ${wrong} proofs wrong`,
  );
  return { proof_ms: figures, proof_entries: size, proofs_wrong: wrong };
}

export const APPEND: Part = {
  name: 'append',
  about:
    'Small entries through the only way to write, into an encrypted vault: body checked, salted, committed to, hashed into the tree, head signed, everything synchronised to disk with each batch.',
  sizes: [],
  run: append,
};

export const PROOF: Part = {
  name: 'proof',
  about: 'The inclusion proof of entries at random in a long log, each checked against the signed head.',
  sizes: ['entries'],
  run: prove,
};

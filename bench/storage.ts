/**
 * Storage by size: 20,000 articles of 600 words with 20 claims each are appended to a new vault; then a fresh
 * process reads the narrow view of all claims from cold. The last line is JSON.
 *
 *   node bench/storage.ts [articles] [claims per article]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../src/crypto/sha256.ts';
import type { ActorId } from '../src/record/id.ts';
import type { Measure } from '../src/record/proposition.ts';
import {
  captured,
  proposed,
  sampleActor,
  sampleClaim,
  sampleId,
  sampleProposition,
} from '../src/storage/contract/sample-record.ts';
import { createVault, openVault } from '../src/storage/vault.ts';

/** Words by rank, drawn by a fixed sequence, so that two runs write the same. */
function* words(seed: number): Generator<string> {
  let state = seed + 1;
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const rank = Math.floor(20_000 ** (state / 2_147_483_648));
    yield `w${rank.toString(36)}`;
  }
}

function article(number: number): string {
  const source = words(number);
  const sentences: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    const sentence = Array.from({ length: 15 }, () => source.next().value).join(' ');
    sentences.push(`${sentence}.`);
  }
  return sentences.join(' ');
}

const MEASURES: readonly Measure[] = ['killed', 'injured', 'detained', 'tortured', 'displaced'];

async function run(articles: number, claimsEach: number): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  await createVault(dir, { keys: { kind: 'none' } });
  const vault = await openVault(dir);
  const actors = Array.from({ length: 200 }, (_, n) => sampleActor(n + 1, `Outlet ${n + 1}`));
  const propositions = Array.from({ length: 500 }, (_, n) => sampleProposition(n + 1, MEASURES[n % 5]));
  await vault.store.append([captured(1, 'first', { actors }), proposed({ claims: [], propositions })]);
  let busy = 0;
  for (let number = 2; number <= articles; number += 1) {
    const entries = entriesOf(number, claimsEach);
    const start = performance.now();
    await vault.store.append(entries.slice(0, 1));
    await vault.store.append(entries.slice(1));
    busy += performance.now() - start;
  }
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const searchMs = await timed(() => vault.store.search('w5 w9', 20));
  await vault.close();
  const figures = {
    articles,
    claims: (articles - 1) * claimsEach,
    articlesPerSecond: Math.round(articles / (busy / 1000)),
    writerRssMb: rssMb,
    fileMb: Math.round(statSync(join(dir, 'data-1', 'record.sqlite')).size / 1e6),
    searchMs,
    cold: cold(dir, 'utterances'),
    coldByMeasure: cold(dir, 'measure'),
    check: articles <= 20_000 ? cold(dir, 'check') : null,
  };
  rmSync(dir, { recursive: true });
  console.log(JSON.stringify(figures));
}

function entriesOf(number: number, claimsEach: number) {
  const text = article(number);
  const claims = Array.from({ length: claimsEach }, (_, n) => {
    const speaker = (offset: number): ActorId =>
      sampleId('actor', ((number * 7 + n * 13 + offset) % 200) + 1);
    const passage = {
      capture: sampleId('capture', number),
      textSha256: sha256Hex(text),
      start: n * 60,
      end: n * 60 + 80,
      exact: text.slice(n * 60, n * 60 + 80),
      prefix: '',
      suffix: text.slice(n * 60 + 80, n * 60 + 112),
    };
    return sampleClaim(number * 100 + n, {
      source: sampleId('source', number),
      voices: n % 5 === 0 ? [speaker(0), null] : [speaker(0), speaker(3)],
      proposition: sampleId('proposition', ((number + n) % 500) + 1),
      passages: [passage],
    });
  });
  return [captured(number, text), proposed({ claims, capture: number })];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((performance.now() - start) * 10) / 10;
}

function cold(dir: string, what: string): unknown {
  return JSON.parse(
    execFileSync(process.execPath, [import.meta.filename, 'read', dir, what], { encoding: 'utf8' }),
  );
}

async function readCold(dir: string, what: string): Promise<void> {
  const start = performance.now();
  const vault = await openVault(dir, { readOnly: true });
  const openMs = Math.round(performance.now() - start);
  await vault.store.head();
  const loadMs = Math.round(performance.now() - start) - openMs;
  let rows = 0;
  const readMs = await timed(async () => {
    if (what === 'check') rows = (await vault.store.check()).length;
    else
      rows = (
        await vault.store.utterances(
          what === 'measure' ? { measure: 'killed', statuses: ['proposed', 'accepted'] } : {},
        )
      ).length;
  });
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    JSON.stringify({ rows, openMs, loadMs, readMs, processMs: Math.round(performance.now()), rssMb }),
  );
  await vault.close();
}

const [, , first, second, third] = process.argv;
if (first === 'read') await readCold(second ?? '', third ?? 'utterances');
else await run(Number(first ?? 20_000), Number(second ?? 20));

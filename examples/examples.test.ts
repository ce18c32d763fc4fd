/** Scores the whole program, from bytes to stored claims, against what a careful reader takes from the example reports. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type MachineClaim,
  occurrences,
  type ReaderClaim,
  type Score,
  scoreClaims,
} from '../bench/score-claims.ts';
import { loadExtractor, makeVault, type OpenDesk, openDesk, openFiles, openReader } from '../src/compose.ts';
import { captureSources } from '../src/desk/capture-sources.ts';
import { proposeClaims } from '../src/desk/propose-claims.ts';
import type { Capture } from '../src/record/capture.ts';
import type { Claim } from '../src/record/claim.ts';

interface Expected {
  readonly noText: readonly string[];
  readonly reports: readonly {
    readonly file: string;
    readonly claims: readonly {
      readonly exact: string;
      readonly chain: readonly (string | null)[];
      readonly stance: string;
      readonly quantity?: {
        readonly low: number | null;
        readonly best: number | null;
        readonly high: number | null;
      };
    }[];
  }[];
}

const folder = join(import.meta.dirname, 'reports');
let vault = '';
let desk: OpenDesk;
let expected: Expected;
const scores = new Map<string, Score>();
const missing: string[] = [];

beforeAll(async () => {
  expected = JSON.parse(await readFile(join(import.meta.dirname, 'expected.json'), 'utf8')) as Expected;
  vault = await mkdtemp(join(tmpdir(), 'onrecord-examples-'));
  await makeVault(join(vault, 'vault'), { kind: 'none' });
  desk = await openDesk(join(vault, 'vault'), { readOnly: false });
  const reader = await openReader();
  const files = await openFiles({ leaveOut: [], mostMib: null });
  for await (const event of captureSources(desk, [folder], { files, reader })) {
    if (event.state === 'failed') throw new Error(`${event.file}: ${event.message}`);
  }
  await reader.close();
  for await (const event of proposeClaims(desk, await loadExtractor())) void event;
  for (const report of expected.reports) scores.set(report.file, await scoreReport(report));
});

afterAll(async () => {
  await desk?.close();
  await rm(vault, { recursive: true, force: true });
});

async function scoreReport(report: Expected['reports'][number]): Promise<Score> {
  const captures = (await desk.store.captures()).filter(
    (capture) => capture.text && fileOf(capture) === report.file,
  );
  const machine: MachineClaim[] = [];
  let text = '';
  for (const capture of captures) {
    text = (capture.text && (await desk.store.text(capture.text.sha256))) ?? '';
    for (const claim of await desk.store.claims({ source: capture.of }))
      machine.push(await machineClaim(claim));
  }
  const readers = report.claims.map((claim): ReaderClaim => {
    const spans = occurrences(text, claim.exact);
    if (spans.length === 0) missing.push(`${report.file}: ${claim.exact}`);
    return {
      name: claim.exact,
      spans,
      chain: claim.chain,
      stance: claim.stance,
      quantity: claim.quantity ?? null,
    };
  });
  return scoreClaims(readers, machine);
}

function fileOf(capture: Capture): string | null {
  return capture.warc?.file ?? capture.fileName;
}

async function machineClaim(claim: Claim): Promise<MachineClaim> {
  const chain: (string | null)[] = [];
  for (const step of claim.chain.slice(1)) {
    const actor = step.speaker && (await desk.store.actor(step.speaker));
    chain.push(actor ? (actor.names[0]?.text ?? null) : null);
  }
  return {
    words: claim.passages.map((passage) => passage.exact).join(' … '),
    spans: claim.passages.slice(0, 1),
    chain,
    stance: claim.stance,
    quantity: claim.quantity,
  };
}

test('the expected words stand in the text that the program reads', () => {
  expect(missing).toEqual([]);
});

test('the careful reader and the program agree on most claims', () => {
  let found = 0;
  let wrong = 0;
  let asked = 0;
  const lines: string[] = [];
  for (const [file, score] of scores) {
    const here = score.verdicts.filter((verdict) => verdict.found).length;
    found += here;
    asked += score.verdicts.length;
    wrong += score.wrong.length;
    lines.push(`${file}: ${here} of ${score.verdicts.length} found, ${score.wrong.length} wrong`);
    for (const { claim, found: hit, nearest } of score.verdicts) {
      if (!hit)
        lines.push(
          `   missed  ${claim.stance} “${claim.name}”${nearest ? ` (${nearest.differs}; “${nearest.claim.words}”)` : ''}`,
        );
    }
    for (const { claim, because } of score.wrong)
      lines.push(`   wrong   ${claim.stance} “${claim.words}” (${because})`);
  }
  process.stdout.write(`${lines.join('\n')}\nexamples: ${found} of ${asked} found, ${wrong} wrong\n`);
  expect(found / asked).toBeGreaterThanOrEqual(0.7);
  expect(wrong / asked).toBeLessThanOrEqual(0.25);
});

test('what has no text is stored with its bytes and a reason', async () => {
  const silent = (await desk.store.captures()).filter(
    (capture) => !capture.text && expected.noText.includes(capture.fileName ?? ''),
  );
  expect(silent.map((capture) => capture.fileName)).toEqual(expected.noText);
  for (const capture of silent) {
    expect(capture.noTextReason).toMatch(/text/);
    expect(await desk.blobs.has(capture.sha256)).toBe(true);
  }
});

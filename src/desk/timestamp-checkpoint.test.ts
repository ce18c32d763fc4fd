import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import {
  hasOpenssl,
  type LocalAuthority,
  makeLocalAuthority,
  type Oddity,
} from '../intake/fixtures/local-authority.ts';
import { openTimestampAuthority } from '../intake/timestamp-authority.ts';
import type { TimeAuthority } from '../record/record-settings.ts';
import { provenAnchors } from './proven-anchors.ts';
import { type TimestampDesk, type TimestampReport, timestampCheckpoints } from './timestamp-checkpoint.ts';
import type { Anchor } from './waiting-stamps.ts';

const openssl = hasOpenssl();
if (!openssl && process.env.CI === 'true')
  throw new Error('CI needs openssl for the local time-stamp authority');

const DAY = 86_400_000;
const opened: LocalAuthority[] = [];
const network = openTimestampAuthority();

interface Bench extends TimestampDesk {
  readonly kept: Anchor[];
  /** Writes an entry of another kind. */
  write(): void;
  now: number;
}

/** A log of so many entries; every kept token adds one. */
function bench(entries: number): Bench {
  const kept: Anchor[] = [];
  let size = entries;
  const made: Bench = {
    kept,
    now: Date.now(),
    write: () => {
      size += 1;
    },
    log: {
      checkpoint: async () => (size === 0 ? null : { size, note: noteOf(size) }),
      anchors: async () => [...kept],
      append: async (anchored) => {
        size += 1;
        kept.push({ ...anchored, seq: size });
      },
    },
    authority: network,
    clock: () => new Date(made.now),
    random: (count) => new Uint8Array(randomBytes(count)),
  };
  return made;
}

const noteOf = (size: number): string =>
  `kessar.example/log\n${size}\nqVn3\n\n— kessar.example/log Az3grlgtz\n`;

async function authority(
  name: string,
  oddity: Oddity = {},
): Promise<TimeAuthority & { readonly local: LocalAuthority }> {
  const local = makeLocalAuthority(name, oddity);
  opened.push(local);
  return { url: await local.listen(), rootsPem: local.rootPem, local };
}

const run = (desk: Bench, ...authorities: readonly TimeAuthority[]): Promise<TimestampReport> =>
  timestampCheckpoints(desk, { authorities, timeoutMs: 5000 });

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

describe.skipIf(!openssl)('time-stamping the head of the log (needs openssl)', () => {
  test('every authority stamps the same head, and each token is kept as an entry', async () => {
    const [harbour, hill] = [await authority('Harbour Time'), await authority('Hill Time')];
    const desk = bench(7);
    const asked: number[] = [];
    const { results, waiting } = await timestampCheckpoints(desk, {
      authorities: [harbour, hill],
      timeoutMs: 5000,
      onAsk: ({ checkpoint }) => asked.push(checkpoint.size, harbour.local.asked() + hill.local.asked()),
    });
    expect(waiting).toEqual([]);
    expect(asked).toEqual([7, 0, 7, 1]);
    expect(results).toMatchObject([
      { outcome: 'stamped', url: harbour.url, size: 7, accuracySeconds: 1.5, clockSentence: null },
      { outcome: 'stamped', url: hill.url, size: 7, signer: 'O=Hill Time, CN=Hill Time signer' },
    ]);
    expect(desk.kept).toMatchObject([
      { how: 'timestamped', size: 7, checkpoint: noteOf(7), authority: harbour.url, to: null, seq: 8 },
      { how: 'timestamped', size: 7, checkpoint: noteOf(7), authority: hill.url, to: null, seq: 9 },
    ]);
  });

  test('a kept token is accepted by plain openssl, and by us again without the nonce', async () => {
    const harbour = await authority('Harbour Time');
    const desk = bench(7);
    await run(desk, harbour);
    const [kept] = desk.kept;
    const dir = dirname(harbour.local.rootFile);
    writeFileSync(join(dir, 'kept.der'), Buffer.from(kept?.token ?? '', 'base64'));
    writeFileSync(join(dir, 'note.txt'), kept?.checkpoint ?? '');
    const words = [
      'ts',
      '-verify',
      '-in',
      'kept.der',
      '-token_in',
      '-data',
      'note.txt',
      '-CAfile',
      'root.pem',
    ];
    expect(execFileSync('openssl', words, { cwd: dir, encoding: 'utf8', stdio: 'pipe' })).toMatch(
      /Verification: OK/,
    );
    expect(await provenAnchors(desk.kept, { authorities: [harbour], publicRoots: () => [] })).toEqual({
      proven: [{ seq: 8, size: 7, genTime: kept?.anchoredAt, accuracySeconds: 1.5, authority: harbour.url }],
      unproven: [],
    });
  });

  test('what is stamped is not stamped again until something is written', async () => {
    const harbour = await authority('Harbour Time');
    const desk = bench(7);
    await run(desk, harbour);
    expect(await run(desk, harbour)).toEqual({ results: [], waiting: [] });
    desk.write();
    expect((await run(desk, harbour)).results).toMatchObject([{ outcome: 'stamped', size: 9 }]);
  });

  test('an authority out of reach leaves the head waiting, and the next run stamps it', async () => {
    const [harbour, hill] = [await authority('Harbour Time'), await authority('Hill Time')];
    const desk = bench(7);
    const gone = { ...hill, url: 'http://127.0.0.1:9/stamp' };
    const first = await run(desk, harbour, gone);
    expect(first.results).toMatchObject([
      { outcome: 'stamped' },
      { outcome: 'queued', reason: expect.stringMatching(/gave no time-stamp/) },
    ]);
    expect(first.waiting).toEqual([{ url: gone.url, size: 7 }]);
    expect((await run(desk, harbour, hill)).results).toMatchObject([{ outcome: 'stamped', url: hill.url }]);
    expect(desk.kept).toHaveLength(2);
  });

  test('heads that left the vault wait too, and a silent authority is asked once', async () => {
    const harbour = await authority('Harbour Time');
    const desk = bench(7);
    for (const size of [3, 5])
      desk.kept.push({
        how: 'exported',
        size,
        checkpoint: noteOf(size),
        token: null,
        authority: null,
        anchoredAt: null,
        to: 'a court',
        seq: size + 1,
      });
    let asks = 0;
    const gone = { url: 'http://127.0.0.1:9/', rootsPem: '' };
    const offline = await timestampCheckpoints(desk, {
      authorities: [gone],
      timeoutMs: 5000,
      onAsk: () => {
        asks += 1;
      },
    });
    expect([asks, offline.waiting.map(({ size }) => size)]).toEqual([1, [7, 5, 3]]);
    const { results } = await run(desk, harbour);
    expect(results).toMatchObject([7, 5, 3].map((size) => ({ outcome: 'stamped', size })));
    expect(desk.kept.at(-1)).toMatchObject({ how: 'timestamped', size: 3, checkpoint: noteOf(3) });
    expect((await run(desk, harbour)).results).toEqual([]);
  });

  test.each<readonly [string, Oddity, RegExp]>([
    ['an expired certificate', { validTo: '20200101000000Z' }, /not valid at the time stated/],
    ['a certificate for servers', { purpose: 'critical,serverAuth' }, /not meant for time-stamping alone/],
    [
      'another nonce',
      {
        change: (info) => {
          delete info.nonce;
        },
      },
      /nonce sent was not given back/,
    ],
  ])('an answer that does not hold is not kept: %s', async (_, oddity, sentence) => {
    const odd = await authority('Odd Time', oddity);
    const desk = bench(7);
    const { results, waiting } = await run(desk, odd);
    expect(results).toEqual([
      { outcome: 'failed', url: odd.url, size: 7, reasons: [expect.stringMatching(sentence)] },
    ]);
    expect([desk.kept, waiting]).toEqual([[], [{ url: odd.url, size: 7 }]]);
  });

  test.each<readonly [string, (one: TimeAuthority, other: TimeAuthority) => TimeAuthority]>([
    ['the public ones only', (one) => ({ ...one, rootsPem: '' })],
    ['the root of another', (one, other) => ({ ...one, rootsPem: other.rootsPem })],
  ])('an unknown authority fails closed: %s', async (_, change) => {
    const [harbour, hill] = [await authority('Harbour Time'), await authority('Hill Time')];
    const desk = bench(7);
    const { results } = await run(desk, change(harbour, hill));
    expect(results).toMatchObject([
      { outcome: 'failed', reasons: [expect.stringMatching(/is not known.*--root FILE\.pem/)] },
    ]);
    expect(desk.kept).toEqual([]);
  });

  test.each<readonly [string, number, number, RegExp]>([
    ['this computer a year back', -365 * DAY, 0, /this computer is 36[45] days behind/],
    ['this computer an hour ahead', 3_600_000, 0, /this computer is (59|60) minutes ahead of/],
    ['the authority years ahead', 0, 3000 * DAY, /this computer is (2999|3000) days behind/],
  ])('clocks that differ are named and the token is kept: %s', async (_, here, there, sentence) => {
    const harbour = await authority('Harbour Time', there === 0 ? {} : { clockAhead: there });
    const desk = bench(7);
    desk.now += here;
    const { results } = await run(desk, harbour);
    expect(results).toMatchObject([{ outcome: 'stamped', clockSentence: expect.stringMatching(sentence) }]);
    expect(desk.kept).toHaveLength(1);
  });

  test('a token is renewed before its certificates end, and only then', async () => {
    const end = new Date(Date.now() + 100 * DAY).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
    const harbour = await authority('Harbour Time', { validTo: end });
    const desk = bench(7);
    await run(desk, harbour);
    desk.now += 5 * DAY;
    expect((await run(desk, harbour)).results).toEqual([]);
    desk.now += 30 * DAY;
    expect((await run(desk, harbour)).results).toMatchObject([{ outcome: 'stamped', size: 8 }]);
  });

  test.each<readonly [string, (kept: Anchor) => Partial<Anchor>, RegExp]>([
    ['another size beside it', () => ({ size: 6 }), /another number of entries/],
    [
      'another time beside it',
      () => ({ anchoredAt: '2020-01-01T00:00:00.000Z' }),
      /another time than its token/,
    ],
    ['no time beside it', () => ({ anchoredAt: null }), /another time than its token/],
    ['another note', () => ({ checkpoint: noteOf(8), size: 8 }), /given for other bytes/],
    ['no token', () => ({ token: null }), /not a time-stamp token/],
    ['the address of another authority', () => ({ authority: 'http://other.example/' }), /is not known/],
  ])('a kept token that was tampered with shows nothing: %s', async (_, change, sentence) => {
    const harbour = await authority('Harbour Time');
    const desk = bench(7);
    await run(desk, harbour);
    const tampered = desk.kept.map((kept) => ({ ...kept, ...change(kept) }));
    const { proven, unproven } = await provenAnchors(tampered, {
      authorities: [harbour],
      publicRoots: () => [],
    });
    expect(proven).toEqual([]);
    expect(unproven).toMatchObject([{ seq: 8, faults: [expect.stringMatching(sentence)] }]);
  });

  test('an empty log has nothing to stamp', async () => {
    expect(await run(bench(0), await authority('Harbour Time'))).toEqual({ results: [], waiting: [] });
  });

  test('after a stop nobody is asked any more', async () => {
    const harbour = await authority('Harbour Time');
    const report = await timestampCheckpoints(bench(7), {
      authorities: [harbour],
      timeoutMs: 5000,
      signal: AbortSignal.abort(),
    });
    expect(report.results).toMatchObject([{ outcome: 'queued', reason: expect.stringMatching(/stopped/) }]);
    expect(harbour.local.asked()).toBe(0);
  });
});

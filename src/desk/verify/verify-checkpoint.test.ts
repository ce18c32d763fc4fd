import { describe, expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { checkpointOut } from '../witness/hand-out-checkpoint.ts';
import { deskWithLog, grow } from './partners.cases.ts';
import { checkpointFile, readLogKey } from './signed-checkpoint.ts';
import { verifyCheckpoint, verifyTwoCheckpoints } from './verify-checkpoint.ts';

const ORIGIN = 'archive.example/log';

async function kept(desk: Awaited<ReturnType<typeof deskWithLog>>, name: string, from = 0) {
  const { files } = await checkpointOut(desk.store, from);
  return checkpointFile(name, files[0]?.text ?? '');
}

describe('one checkpoint and a vault', () => {
  test.each([1, 2, 3, 5, 8])('a log that grew from %i entries goes on from it', async (size) => {
    const desk = await deskWithLog(ORIGIN, size);
    const file = await kept(desk, 'old.txt');
    for (const more of [0, 1, 4]) {
      await grow(desk, more);
      const report = await verifyCheckpoint(file, {
        key: readLogKey(desk.store.identity.vkey),
        store: desk.store,
      });
      expect(report.verdict).toBe('consistent');
    }
  });

  test('another copy carried on is a fork, a shorter one was rolled back, both told with what to do', async () => {
    const [own, copy, short] = [
      await deskWithLog(ORIGIN, 5),
      await deskWithLog(ORIGIN, 4, { mark: 'other' }),
      await deskWithLog(ORIGIN, 3),
    ];
    const key = readLogKey(own.store.identity.vkey);
    const fork = await verifyCheckpoint(await kept(copy, 'copy.txt'), { key, store: own.store });
    expect([fork.verdict, fork.sentences[0]]).toEqual([
      'fork',
      expect.stringMatching(/^FORK: two valid heads\. .*first 4 entries.*Keep every copy/),
    ]);
    const rolled = await verifyCheckpoint(await kept(own, 'own.txt'), { key, store: short.store });
    expect([rolled.verdict, rolled.vaultSize]).toEqual(['rolled-back', 3]);
    expect(rolled.sentences[0]).toMatch(/covers 5 entries, and this vault has 3.*Write nothing to it/);
    const empty = await verifyCheckpoint(await kept(own, 'own.txt'), {
      key,
      store: memoryDesk({ origin: ORIGIN }).store,
    });
    expect(empty.verdict).toBe('rolled-back');
  });

  test('one of another log, and one that was changed, are told apart', async () => {
    const [own, other] = [await deskWithLog(ORIGIN, 3), await deskWithLog('other.example/log', 3)];
    const trust = { key: readLogKey(own.store.identity.vkey), store: own.store };
    expect((await verifyCheckpoint(await kept(other, 'other.txt'), trust)).verdict).toBe('another-log');
    const file = await kept(own, 'own.txt');
    const bent = checkpointFile('own.txt', file.note.replace('\n3\n', '\n2\n'));
    expect((await verifyCheckpoint(bent, trust)).verdict).toBe('not-signed');
    expect(() => checkpointFile('letter.txt', 'A letter.\n')).toThrow(/holds no checkpoint/);
  });
});

describe('two checkpoints', () => {
  test('the same size with different roots is a fork without any vault', async () => {
    const [own, copy] = [await deskWithLog(ORIGIN, 4), await deskWithLog(ORIGIN, 4, { mark: 'other' })];
    const files = [await kept(own, 'a.txt'), await kept(copy, 'b.txt')] as const;
    const report = await verifyTwoCheckpoints(files, {
      key: readLogKey(own.store.identity.vkey),
      store: null,
    });
    expect([report.verdict, report.sentences[0]]).toEqual([
      'fork',
      expect.stringMatching(
        /a\.txt and b\.txt are both signed .* both cover 4 entries, and not the same ones/,
      ),
    ]);
  });

  test('of different sizes: shown by the proof that came along, by the vault, or not at all', async () => {
    const desk = await deskWithLog(ORIGIN, 3);
    const key = readLogKey(desk.store.identity.vkey);
    const first = await kept(desk, 'first.txt');
    await grow(desk, 4);
    const [bare, proven] = [await kept(desk, 'bare.txt'), await kept(desk, 'proven.txt', 3)];
    await grow(desk, 1);
    const verdict = async (second: typeof bare, store: typeof desk.store | null) =>
      (await verifyTwoCheckpoints([second, first], { key, store })).verdict;
    expect(await verdict(proven, null)).toBe('consistent');
    expect(await verdict(bare, null)).toBe('not-shown');
    expect(await verdict(bare, desk.store)).toBe('consistent');
    const short = await deskWithLog(ORIGIN, 5);
    expect(await verdict(bare, short.store)).toBe('rolled-back');
    const copy = await deskWithLog(ORIGIN, 9, { mark: 'other' });
    expect(await verdict(proven, copy.store)).toBe('fork');
  });

  test('of different logs, or with a signature that is not the key’s, nothing is judged', async () => {
    const [own, other] = [await deskWithLog(ORIGIN, 2), await deskWithLog('other.example/log', 2)];
    const [a, b] = [await kept(own, 'a.txt'), await kept(other, 'b.txt')];
    const [ownKey, otherKey] = [own, other].map(({ store }) => readLogKey(store.identity.vkey));
    if (ownKey === undefined || otherKey === undefined) throw new TypeError('two keys');
    expect((await verifyTwoCheckpoints([a, b], { key: ownKey, store: null })).verdict).toBe('another-log');
    expect((await verifyTwoCheckpoints([a, a], { key: otherKey, store: null })).verdict).toBe('not-signed');
  });
});

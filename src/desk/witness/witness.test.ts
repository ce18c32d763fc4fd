import { beforeEach, describe, expect, test } from 'vitest';
import { type MemoryDesk, memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { checkAnchors } from '../verify/check-anchors.ts';
import { cosigningOf, deskWithLog, grow } from '../verify/partners.cases.ts';
import { checkpointFile } from '../verify/signed-checkpoint.ts';
import { cosignCheckpoint, witnessedLogs } from './cosign-checkpoint.ts';
import { checkpointOut, logHandOut } from './hand-out-checkpoint.ts';
import { takeCosignatures } from './take-cosignature.ts';
import { forgetWitness, rememberWitness } from './witness-list.ts';

const ORIGIN = 'archive.example/log';
const AGENT = 'W. Witness';
let own: MemoryDesk;
let partner: MemoryDesk;
let now: Date;

beforeEach(async () => {
  now = new Date('2031-05-01T12:00:00.500Z');
  own = await deskWithLog(ORIGIN, 3, { clock: () => now });
  partner = memoryDesk({ origin: 'partner.example/log', clock: () => now });
});

async function handOut(desk: MemoryDesk, from: number | null = null): Promise<string> {
  const out = await checkpointOut(desk.store, from);
  await logHandOut(desk, out, { to: null, agent: 'machine' });
  return out.files[0]?.text ?? '';
}

async function vouch(text: string, logKey: string | null = own.store.identity.vkey): Promise<string> {
  const order = { file: checkpointFile('in.txt', text), logKey, agent: AGENT };
  return (await cosignCheckpoint({ ...partner, cosigning: cosigningOf(partner) }, order)).checkpoint;
}

const takeBack = (text: string) =>
  takeCosignatures(own, { shownAs: 'back.txt', content: new TextEncoder().encode(text), agent: 'A' });

const named = () => rememberWitness(own, { name: 'Partner', vkey: cosigningOf(partner).vkey }, 'A');

describe('a witness', () => {
  test('vouches for a log that grows, from proof to proof, with the key pinned the first time', async () => {
    await named();
    for (const [round, size] of [4, 8, 13].entries()) {
      await takeBack(await vouch(await handOut(own), round === 0 ? undefined : null));
      expect((await witnessedLogs(partner.store))[0]).toMatchObject({
        origin: ORIGIN,
        size,
        entry: round + 1,
      });
      await grow(own, round + 2);
    }
    const request = await handOut(own);
    expect(request).toMatch(/^old 13\n/);
    expect((await checkAnchors(own.store, [])).proven.map(({ size }) => size)).toEqual([4, 8, 13]);
  });

  test('the same checkpoint may be cosigned again', async () => {
    const text = await handOut(own);
    await vouch(text);
    now = new Date('2031-05-02T12:00:00.000Z');
    await vouch(text, null);
    expect((await witnessedLogs(partner.store))[0]).toMatchObject({ size: 3, entry: 2 });
  });

  test('refuses a strange log, another key, its own log, and what the log did not sign', async () => {
    const text = await handOut(own);
    await expect(vouch(text, null)).rejects.toMatchObject({ code: 'bad-usage' });
    await expect(vouch(text, partner.store.identity.vkey)).rejects.toMatchObject({ code: 'verify-failed' });
    await expect(vouch(text, cosigningOf(own).vkey)).rejects.toThrow(/key of a witness/);
    await expect(vouch(text.replace('\n3\n', '\n4\n'))).rejects.toThrow(/cannot be believed/);
    await vouch(text);
    const strange = memoryDesk({ origin: 'strange.example/log' }).store.identity.vkey;
    await expect(vouch(text, strange)).rejects.toThrow(/whose key was pinned in entry 1/);
    await grow(partner, 1);
    await expect(vouch(await handOut(partner), partner.store.identity.vkey)).rejects.toThrow(
      /this very vault/,
    );
    expect(await witnessedLogs(partner.store)).toHaveLength(1);
  });

  test('refuses a fork of the same size, a fork that grew, a rollback, and a missing proof', async () => {
    const older = await handOut(own);
    await grow(own, 2);
    await vouch(await handOut(own, 0));
    await expect(vouch(older, null)).rejects.toThrow(/ROLLED BACK/);
    const fork = await deskWithLog(ORIGIN, 6, { mark: 'other' });
    await expect(vouch(await handOut(fork, 6), null)).rejects.toThrow(/FORK: two valid heads/);
    await grow(fork, 3, 'other');
    await expect(vouch(await handOut(fork, 6), null)).rejects.toMatchObject({
      code: 'verify-failed',
      message: expect.stringMatching(/6 entries .*entry 1.*FORK/),
    });
    await grow(own, 1);
    await expect(vouch(await handOut(own, 2), null)).rejects.toThrow(/onrecord checkpoint --from 6 --out/);
    expect((await witnessedLogs(partner.store))[0]?.size).toBe(6);
  });

  test('gives no word while its clock runs behind its last one', async () => {
    await vouch(await handOut(own, 0));
    const next = await handOut(own, 3);
    now = new Date('2030-05-01T12:00:00.000Z');
    await expect(vouch(next, null)).rejects.toThrow(/364 days|365 days/);
  });

  test('of two processes at once only the first gives its word, and the next check stands on that one', async () => {
    const [first, second] = [await handOut(own, 0), await handOut(own, 0)];
    const late = { ...partner, store: { ...partner.store, entriesWith: partner.store.entriesWith } };
    let raced = false;
    const racing = {
      ...late,
      cosigning: {
        ...cosigningOf(partner),
        cosign: async (note: string, seconds: number) => {
          if (!raced) {
            raced = true;
            await vouch(first);
          }
          return cosigningOf(partner).cosign(note, seconds);
        },
      },
    };
    const order = { file: checkpointFile('in.txt', second), logKey: own.store.identity.vkey, agent: AGENT };
    await expect(cosignCheckpoint(racing, order)).rejects.toMatchObject({ code: 'vault-busy' });
    expect(await witnessedLogs(partner.store)).toMatchObject([{ size: 3, entry: 1 }]);
    await vouch(await handOut(own, 3), null);
    expect(await witnessedLogs(partner.store)).toMatchObject([{ size: 5, entry: 3 }]);
  });
});

describe('the owner of the log', () => {
  test('takes in whole notes and bare lines, once, and leaves out lines of strangers', async () => {
    await named();
    const cosigned = await vouch(await handOut(own));
    const lines = cosigned.split('\n\n')[1]?.split('\n').slice(1).join('\n') ?? '';
    const stranger = '— stranger.example/w AAAAAAEC\n';
    const [taken] = await takeBack(`${cosigned}${stranger}`);
    expect(taken).toMatchObject({
      witness: 'Partner',
      size: 4,
      known: false,
      at: '2031-05-01T12:00:00.000Z',
    });
    expect(JSON.stringify(own.entries.at(-1)?.body)).not.toContain('stranger');
    expect(await takeBack(lines)).toMatchObject([{ known: true, entry: taken?.entry }]);
    expect(await checkAnchors(own.store, [])).toMatchObject({ faults: [], witnessed: 1, exported: 1 });
  });

  test('refuses lines of nobody it names, bent lines, other logs, forks, and more entries than it has', async () => {
    const cosigned = await vouch(await handOut(own));
    await expect(takeBack(cosigned)).rejects.toThrow(/No witness that this record names/);
    await named();
    const bent = cosigned.replace(
      /(\/witness .{60})(.)/,
      (_, before: string, one: string) => `${before}${one === 'A' ? 'B' : 'A'}`,
    );
    await expect(takeBack(bent)).rejects.toMatchObject({ code: 'verify-failed' });
    const other = await deskWithLog('other.example/log', 2);
    await expect(takeBack(await handOut(other))).rejects.toThrow(/is a checkpoint of the log other/);
    const fork = await deskWithLog(ORIGIN, 4, { mark: 'other' });
    await expect(takeBack(await handOut(fork))).rejects.toThrow(/FORK/);
    await grow(fork, 9, 'other');
    await expect(takeBack(await handOut(fork))).rejects.toThrow(/older state/);
    await expect(takeBack('— a AAAAAAEC\n')).rejects.toThrow(/belong to no checkpoint/);
  });

  test('a witness ahead of the clock is told; one that is forgotten proves nothing any more, which is told', async () => {
    await named();
    const text = await handOut(own);
    now = new Date('2031-06-01T12:00:00.000Z');
    const cosigned = await vouch(text);
    now = new Date('2031-05-01T12:00:00.000Z');
    expect((await takeBack(cosigned))[0]?.clockSentence).toMatch(/Partner is 31 days ahead/);
    await forgetWitness(own, 'Partner', 'A');
    const { proven, faults, unchecked } = await checkAnchors(own.store, []);
    expect([proven, faults]).toEqual([[], []]);
    expect(unchecked[0]?.message).toMatch(/does not name that witness/);
    await expect(forgetWitness(own, 'Partner', 'A')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a witness that changed its key without the owner makes the old word a fault', async () => {
    await named();
    await takeBack(await vouch(await handOut(own)));
    const other = memoryDesk({ origin: 'else.example/log' });
    await rememberWitness(own, { name: 'Partner', vkey: cosigningOf(other).vkey }, 'A');
    expect((await checkAnchors(own.store, [])).faults[0]?.message).toMatch(/does not bear its line/);
  });

  test('refuses its own key, a key of a log, a key twice, a name that is none', async () => {
    const [vkey, mine] = [cosigningOf(partner).vkey, cosigningOf(own).vkey];
    const remember = (name: string, key: string) => rememberWitness(own, { name, vkey: key }, 'A');
    await expect(remember('P', own.store.identity.vkey)).rejects.toThrow(/key of a log/);
    await expect(remember('P', mine)).rejects.toThrow(/this very vault/);
    await expect(remember(' ', vkey)).rejects.toMatchObject({ code: 'bad-usage' });
    await remember('P', vkey);
    await expect(remember('Q', vkey)).rejects.toThrow(/known already, as the witness P/);
    await expect(checkpointOut(memoryDesk({ origin: ORIGIN }).store, null)).rejects.toThrow(/log is empty/);
    await expect(checkpointOut(own.store, 99)).rejects.toThrow(/from 0 to 4/);
  });

  test('witnesses that saw different sizes get a file each', async () => {
    await named();
    const third = memoryDesk({ origin: 'third.example/log' });
    await takeBack(await vouch(await handOut(own)));
    await rememberWitness(own, { name: 'Third', vkey: cosigningOf(third).vkey }, 'A');
    const { files } = await checkpointOut(own.store, null);
    expect(files.map(({ old, witnesses }) => [old, witnesses])).toEqual([
      [4, ['Partner']],
      [0, ['Third']],
    ]);
  });
});

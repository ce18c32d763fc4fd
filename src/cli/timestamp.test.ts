import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { TimestampRoom } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import type { TimeAuthority } from '../desk/time-authorities.ts';
import { hasOpenssl, type LocalAuthority, makeLocalAuthority } from '../intake/fixtures/local-authority.ts';
import { openTimestampAuthority } from '../intake/timestamp-authority.ts';
import type { Call, Options } from './command.ts';
import { timestampCommand } from './timestamp.ts';

const openssl = hasOpenssl();
if (!openssl && process.env.CI === 'true')
  throw new Error('CI needs openssl for the local time-stamp authority');

const folder = mkdtempSync(join(tmpdir(), 'onrecord-timestamp-'));
const opened: LocalAuthority[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A room over a log of three entries; `remembered` is its settings. */
function roomOf(): TimestampRoom & { remembered: readonly TimeAuthority[]; entries: number } {
  const anchors: Awaited<ReturnType<TimestampRoom['log']['anchors']>>[number][] = [];
  const room: TimestampRoom & { remembered: readonly TimeAuthority[]; entries: number } = {
    remembered: [],
    entries: 3,
    log: {
      checkpoint: async () => ({ size: room.entries, note: `kessar\n${room.entries}\n` }),
      anchors: async () => anchors,
      append: async (anchored) => {
        room.entries += 1;
        anchors.push({ ...anchored, seq: room.entries });
      },
    },
    authority: openTimestampAuthority(),
    clock: () => new Date(),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    authorities: async () => room.remembered,
    remember: async (authorities) => {
      room.remembered = authorities;
    },
  };
  return room;
}

async function run(room: TimestampRoom, options: Options, json = false) {
  const [out, err, documents]: [string[], string[], unknown[]] = [[], [], []];
  const call: Call = {
    args: [],
    options,
    vault: './vault',
    database: null,
    terminal: {
      paper: { width: 100, colour: false },
      json,
      redraws: false,
      out: (...lines) => void out.push(...lines),
      outJson: (value) => void documents.push(value),
      err: (...lines) => void err.push(...lines),
      errRaw: (text) => void err.push(text),
    },
    open: () => Promise.reject(new Error('the room is handed in')),
  };
  const exit = await timestampCommand(async () => room).run(call);
  return { exit, out: out.join(' '), err: err.join(' '), documents };
}

test('without an authority it says how to name one', async () => {
  const thrown: unknown = await run(roomOf(), {}).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(OnRecordError);
  expect(thrown).toMatchObject({ code: 'bad-usage', message: expect.stringMatching(/--authority URL/) });
});

test('out of reach: said before, kept in mind, waiting, exit code 3', async () => {
  const room = roomOf();
  const { exit, out, err } = await run(room, { authority: ['http://127.0.0.1:9/stamp'] });
  expect(exit).toBe(3);
  expect(err).toMatch(
    /^Asking http:\/\/127\.0\.0\.1:9\/stamp to stamp the head of the log at 3 entries\. It sees a hash/,
  );
  expect(out).toMatch(
    /It waits\..*Still without a token: 3 entries by http:\/\/127\.0\.0\.1:9\/stamp\. Nothing is lost\. Try again with: onrecord timestamp --vault \.\/vault/,
  );
  expect(room.remembered).toEqual([{ url: 'http://127.0.0.1:9/stamp', rootsPem: '' }]);
});

test('forgetting the last one asks nobody', async () => {
  const room = roomOf();
  room.remembered = [{ url: 'http://127.0.0.1:9/', rootsPem: '' }];
  const { exit, err } = await run(room, { forget: ['http://127.0.0.1:9/'] });
  expect([exit, err, room.remembered]).toEqual([0, '', []]);
});

describe.skipIf(!openssl)('with a local authority (needs openssl)', () => {
  test('first unknown, then with its root, then nothing waits', async () => {
    const local = makeLocalAuthority('Harbour Time');
    opened.push(local);
    const url = await local.listen();
    const root = join(folder, 'root.pem');
    writeFileSync(root, local.rootPem);
    const room = roomOf();

    const unknown = await run(room, { authority: [url] });
    expect(unknown.exit).toBe(3);
    expect(unknown.out).toMatch(/✗ 3 entries: the answer .* was not kept.*is not known.*--root FILE\.pem/);

    const known = await run(room, { authority: [url], root: [root] });
    expect(known.exit).toBe(0);
    expect(known.out).toMatch(
      /✓ 3 entries stamped by http:\S+ at 20\S+Z \(within 1\.5 s\)\. +Signed by O=Harbour Time, CN=Harbour Time signer; its certificates end on 2045-01-01\./,
    );
    expect(room.remembered).toEqual([{ url, rootsPem: local.rootPem }]);

    expect(await run(room, {})).toMatchObject({
      exit: 0,
      err: '',
      out: expect.stringMatching(/Nothing waits/),
    });
  });

  test('--json prints one document', async () => {
    const local = makeLocalAuthority('Harbour Time');
    opened.push(local);
    const room = roomOf();
    room.remembered = [{ url: await local.listen(), rootsPem: local.rootPem }];
    const { documents, out } = await run(room, {}, true);
    expect(out).toBe('');
    expect(documents).toMatchObject([
      { authorities: [room.remembered[0]?.url], results: [{ outcome: 'stamped', size: 3 }], waiting: [] },
    ]);
  });

  test('a root file that is not there is named, and nothing is asked or remembered', async () => {
    const local = makeLocalAuthority('Harbour Time');
    opened.push(local);
    const room = roomOf();
    const wish = { authority: [await local.listen()], root: [join(folder, 'absent.pem')] };
    expect(await run(room, wish).catch((error: unknown) => error)).toMatchObject({
      subject: join(folder, 'absent.pem'),
    });
    expect([local.asked(), room.remembered]).toEqual([0, []]);
  });
});

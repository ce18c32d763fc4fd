/**
 * What somebody with the disk could do to sealed cases, with the real program: bits turned in the database and in a document,
 * files cut, old files put back, another's keys under a known name, a clock set back, a disk that is full. Nothing is lost,
 * nothing is opened, and the words say what is wrong.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDesk } from '../../src/compose.ts';
import { newPlace, type Place, type Ran } from './cli-fixture.ts';

const LONG = 180_000;
const MARK = 'Quillonbrook';
const CASE = `pseudonym: Heron ${MARK}\nneeds: [insulin]\nretainUntil: "2031-11-30"\ntasks: [{what: call, due: "2026-01-31"}]\n`;

let place: Place;
let id = '';
let document = '';
/** Of version 1 and version 2 of the case, as base64 in the database. */
let ciphertexts: readonly string[] = [];
let cards: Readonly<Record<string, { readonly sign: string; readonly receive: string }>> = {};
const fingerprints: Record<string, string> = {};

const vault = (): string => join(place.dir, 'vault');
const database = (): string => join(vault(), 'data-1', 'record.sqlite');

function as(name: string, args: readonly string[], input = '', env: Record<string, string> = {}): Ran {
  const ran = place.run([...args, '--vault', 'vault', '--member-passphrase-file', `${name}.words`], {
    input,
    env,
    alone: 'NODE_OPTIONS' in env,
  });
  expect(ran.err, args.join(' ')).not.toContain(MARK);
  return ran;
}

const lena = (args: readonly string[], input = '', env = {}): Ran =>
  as('lena', [...args, '--member', 'lena'], input, env);

function made(ran: Ran): Record<string, string> {
  expect(ran).toMatchObject({ code: 0 });
  return JSON.parse(ran.out);
}

beforeAll(async () => {
  place = newPlace();
  place.write('letter.pdf', `%PDF ${MARK}`.repeat(100));
  for (const name of ['lena', 'mallory']) {
    place.write(`${name}.words`, `seven herons for ${name}\n`);
    chmodSync(join(place.dir, `${name}.words`), 0o600);
  }
  expect(place.run(['init', 'vault', '--no-encryption'])).toMatchObject({ code: 0 });
  for (const name of ['lena', 'omar', 'mallory']) {
    const words = name === 'omar' ? 'lena' : name;
    expect(as(words, ['member', 'new', name])).toMatchObject({ code: 0 });
    fingerprints[name] = made(as(words, ['member', 'show', name, '--json'])).fingerprint ?? '';
  }
  expect(lena(['compartment', 'new', `Families ${MARK}`])).toMatchObject({ code: 0 });
  ({ id = '' } = made(lena(['case', 'new', '-', '--json'], CASE)));
  ({ id: document = '' } = made(lena(['case', 'attach', id, 'letter.pdf', '--json'])));
  cpSync(vault(), join(place.dir, 'older'), { recursive: true });
  expect(lena(['case', 'change', id, '-'], 'needs: [a lawyer]')).toMatchObject({ code: 0 });
  expect(lena(['case', 'list'])).toMatchObject({ code: 0 });
  const desk = await openDesk(vault(), { readOnly: false });
  const bodies = [];
  for await (const { body } of desk.store.log()) bodies.push(body);
  await desk.close();
  ciphertexts = bodies.flatMap((body) =>
    body?.action === 'record-sealed' && body.record === id && body.sealed !== null ? [body.sealed] : [],
  );
  cards = Object.fromEntries(
    bodies.flatMap((body) => (body?.action === 'member-introduced' ? [[body.member.name, body.member]] : [])),
  );
  expect([ciphertexts.length >= 2, Object.keys(cards).length]).toEqual([true, 3]);
  cpSync(vault(), join(place.dir, 'sound'), { recursive: true });
}, LONG);
afterAll(() => place.remove());

beforeEach(() => {
  rmSync(vault(), { recursive: true });
  cpSync(join(place.dir, 'sound'), vault(), { recursive: true });
});

/** Puts other letters in the place of letters in the files of the database, as a hand on the disk would. */
function exchange(from: string, to: string): number {
  let places = 0;
  for (const file of [database(), `${database()}-wal`].filter((one) => existsSync(one))) {
    const bytes = readFileSync(file);
    for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + 1)) {
      bytes.write(to, at, 'latin1');
      places += 1;
    }
    writeFileSync(file, bytes);
  }
  return places;
}

function blobFiles(): readonly string[] {
  return readdirSync(join(vault(), 'data-1', 'blobs'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
}

test('a bit turned in the ciphertext in the database: the case does not open, the list says so, verify finds it', {
  timeout: LONG,
}, () => {
  const start = (ciphertexts.at(-1) ?? '').slice(40, 90);
  const other = start.startsWith('A') ? `B${start.slice(1)}` : `A${start.slice(1)}`;
  expect(exchange(start, other)).toBeGreaterThan(0);
  const shown = lena(['case', 'show', id]);
  expect(shown).toMatchObject({ code: 7, out: '' });
  expect(shown.err).toMatch(/does\s+not\s+open[\s\S]*Restore\s+it\s+from\s+a\s+backup/u);
  const listed = lena(['case', 'list']);
  expect([listed.code === 0, listed.out.includes(MARK)]).toEqual([false, true]);
  expect(listed.out).not.toContain('Heron');
  expect(place.run(['verify', '--vault', 'vault']).code).not.toBe(0);
});

test.each([
  ['cut', (file: string) => truncateSync(file, 200)],
  ['empty', (file: string) => truncateSync(file, 0)],
  [
    'with one bit turned',
    (file: string) => {
      const bytes = readFileSync(file);
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      chmodSync(file, 0o600);
      writeFileSync(file, bytes);
    },
  ],
])(
  'a document whose sealed file is %s is not written out, the case goes on',
  { timeout: LONG },
  (_, spoil) => {
    const [file = ''] = blobFiles();
    chmodSync(file, 0o600);
    spoil(file);
    const got = lena(['case', 'get', id, document, 'got.pdf']);
    expect(got.code).not.toBe(0);
    expect(got.err).toMatch(/damaged|does\s+not\s+open|changed|differ|not\s+the\s+bytes/iu);
    expect(existsSync(join(place.dir, 'got.pdf'))).toBe(false);
    expect(lena(['case', 'show', id])).toMatchObject({ code: 0, out: expect.stringContaining('a lawyer') });
  },
);

test('old files put back over the newer ones are told by whoever saw the newer', { timeout: LONG }, () => {
  const data = join(vault(), 'data-1');
  rmSync(data, { recursive: true });
  cpSync(join(place.dir, 'older', 'data-1'), data, { recursive: true });
  const shown = lena(['case', 'show', id]);
  expect(shown).toMatchObject({
    code: 7,
    out: '',
    err: expect.stringMatching(/an\s+old\s+state\s+was\s+put\s+back/u),
  });
  const listed = lena(['case', 'list']);
  expect(`${listed.out}${listed.err}`).toMatch(/an\s+old\s+state\s+was\s+put\s+back/u);
  expect(listed.out).not.toContain('Heron');
});

test('another’s keys under a known name are not taken in', { timeout: LONG }, () => {
  const [hers, his] = [cards.mallory, cards.omar];
  if (hers === undefined || his === undefined) throw new Error('no cards');
  expect(exchange(his.receive, hers.receive) + exchange(his.sign, hers.sign)).toBeGreaterThan(1);
  const added = lena(['compartment', 'add', 'omar', '--fingerprint', fingerprints.omar ?? '']);
  expect(added.code).not.toBe(0);
  expect(added.err).toMatch(/Nothing\s+was\s+changed|changed|Run:\s+onrecord\s+verify/u);
  const mallory = as('mallory', ['case', 'list', '--member', 'mallory']);
  expect(mallory).toMatchObject({ code: 8, out: '' });
});

test('with the clock set back by years nothing is lost, and what is due is due by the newest entry', {
  timeout: LONG,
}, () => {
  const clock = `const D=Date;globalThis.Date=class extends D{constructor(...a){if(a.length===0)super(D.now()-2e11);else super(...a)}static now(){return D.now()-2e11}};`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(clock)}` };
  const due = made(lena(['case', 'due', '--json'], '', env)) as unknown as {
    due: { what: string }[];
    clockIsBehind: boolean;
  };
  expect(due).toMatchObject({ clockIsBehind: true });
  expect(due.due.map(({ what }) => what)).toContain('task');
  expect(lena(['case', 'change', id, '-'], 'needs: [a doctor]', env)).toMatchObject({ code: 0 });
  expect(lena(['case', 'show', id])).toMatchObject({ code: 0, out: expect.stringContaining('a doctor') });
  expect(lena(['compartment', 'rotate'], '', env)).toMatchObject({ code: 0 });
  expect(lena(['case', 'show', id])).toMatchObject({ code: 0, out: expect.stringContaining('a doctor') });
});

test('a disk that is full while the key is changed: said so, the old key is whole, and it works when there is room', {
  timeout: LONG,
}, (context) => {
  const disk = mkdtempSync(join(tmpdir(), 'onrecord-full-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]).status !== 0) {
    rmSync(disk, { recursive: true });
    return context.skip('this user may not mount a small disk');
  }
  try {
    cpSync(vault(), join(disk, 'vault'), { recursive: true });
    mkdirSync(join(disk, 'tmp'));
    const full = (args: readonly string[]): Ran =>
      place.run([
        ...args,
        '--vault',
        join(disk, 'vault'),
        '--member',
        'lena',
        '--member-passphrase-file',
        'lena.words',
      ]);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 40_000)));
    const rotated = full(['compartment', 'rotate', '--json']);
    expect(rotated.code).not.toBe(0);
    const last = rotated.err.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last).error).toMatchObject({ code: 'disk-full' });
    rmSync(join(disk, 'ballast'));
    expect(full(['case', 'show', id])).toMatchObject({ code: 0, out: expect.stringContaining('a lawyer') });
    expect(JSON.parse(full(['compartment', 'list', '--json']).out).compartments[0]).toMatchObject({
      epoch: 1,
    });
    expect(full(['compartment', 'rotate'])).toMatchObject({ code: 0 });
    expect(full(['case', 'get', id, document, 'back.pdf'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(place.dir, 'back.pdf'), 'utf8')).toContain(MARK);
  } finally {
    spawnSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});

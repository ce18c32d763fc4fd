/**
 * Publishing as an act, over the real command line: gates that are told, a second person, the same bytes from the same position
 * whatever the record became since, corrections that keep what was published before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256Hex } from '../../src/crypto/sha256.ts';
import type { HttpExchange } from '../../src/exchange/http-exchange.ts';
import { type CapturedPage, writePageArchive } from '../../src/exchange/page-archive.ts';
import { utf8 } from '../../src/exchange/warc.ts';
import { ARTICLE, newPlace, type Place } from './cli-fixture.ts';

const A = ['--by', 'A. Archivist'];
const B = ['--by', 'B. Second'];
const NOTE = { lang: 'en', text: 'Two outlets were read from 1 April on. Radio was left out.' };
const PROFILE = {
  title: 'Kessar, April 2021',
  publisher: 'The Lowland Archive',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  methodNotes: [NOTE],
  unreviewed: 'leave-out',
  address: 'https://lowland.example/kessar/',
};
const LONG = 120_000;

/** A web archive with one page. */
function archiveOf(url: string, page: string): Uint8Array {
  const [startedAt, html] = ['2031-06-01T10:20:30.400Z', utf8(page)];
  const answer = {
    ...{
      startedAt,
      url,
      method: 'GET',
      requestHeaders: [],
      requestBody: null,
      status: 200,
      statusText: 'OK',
    },
    ...{ body: html, bodyForm: 'unpacked', remoteAddress: null },
    responseHeaders: [['Content-Type', 'text/html; charset=utf-8']],
  } as const satisfies HttpExchange;
  const captured = {
    ...{ software: 'onrecord 0.0.0', url, title: 'The depot', startedAt, endedAt: startedAt },
    ...{ exchanges: [answer], main: 0, html, dom: null, screenshots: [], missing: [] },
    said: { state: 'complete' },
  } as const satisfies CapturedPage;
  return writePageArchive(captured, sha256Hex);
}

let place: Place;
let claims: readonly { readonly id: string }[] = [];

beforeAll(() => {
  place = newPlace();
  place.run(['init', '--no-encryption']);
  place.write('a.html', ARTICLE);
  place.run(['capture', 'a.html', '--handling', 'public']);
  place.run(['propose']);
  claims = linesOf(['claims', '--include-proposed']);
  expect(claims.length).toBeGreaterThan(2);
  place.run(['accept', claims[0]?.id ?? '', ...A]);
}, LONG);
afterAll(() => place.remove());

function linesOf(args: readonly string[]): { id: string }[] {
  const { out } = place.run([...args, '--json']);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function told(args: readonly string[]): ReturnType<typeof JSON.parse> {
  const ran = place.run([...args, '--json']);
  return JSON.parse(ran.code === 0 ? ran.out : ran.err);
}

function profile(name: string, fields: object): string {
  place.write(name, JSON.stringify({ ...PROFILE, ...fields }));
  return name;
}

/** Every file below a folder with its bytes. */
function bytesOf(folder: string): ReadonlyMap<string, string> {
  const dir = join(place.dir, folder);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path.slice(dir.length + 1), readFileSync(path, 'latin1')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

test('a profile with faults is told all of them, and what is not JSON is said to be none', () => {
  place.write('bad.json', JSON.stringify({ licence: 3, languages: [], embargo: '2031-02-30', color: 'red' }));
  const { error } = told(['release', 'new', 'bad.json', ...A]);
  expect(error).toMatchObject({ code: 'invalid-record' });
  expect(error.faults.map(({ path }: { path: string }) => path).sort()).toEqual([
    'color',
    'embargo',
    'languages',
    'licence',
  ]);
  place.write('none.json', 'title: Kessar');
  expect(told(['release', 'new', 'none.json', ...A]).error.message).toMatch(/is not JSON/);
});

test('every closed gate is told with what to do, and nothing is made', () => {
  const closed = profile('closed.json', {
    unreviewed: 'refuse',
    licence: null,
    methodNotes: [],
    counts: ['cnt_00000000000000000000000001'],
  });
  const { error } = told(['release', 'new', closed, ...A]);
  expect(error.code).toBe('bad-usage');
  expect(error.faults.map(({ path }: { path: string }) => path)).toEqual([
    'proposals',
    'counts',
    'method',
    'licence',
  ]);
  expect(error.message).toMatch(/review them.*Have them signed.*methodNotes.*licence/s);
  expect(told(['release', 'list'])).toEqual({ releases: [] });
});

test('a release is made, and handed out only after somebody else approved it', { timeout: LONG }, () => {
  place.run(['settings', '--second-person', 'on', ...A]);
  const made = told(['release', 'new', profile('first.json', {}), ...A]);
  expect(made.release).toMatchObject({ number: 1, corrects: null, changes: [] });
  expect(made.gates.every(({ open }: { open: boolean }) => open)).toBe(true);
  expect(place.run(['release', 'show', '1', '--out', 'early']).err).toMatch(/is\s+not\s+approved/);
  const own = place.run(['release', 'approve', '1', '--by', 'a archivist']);
  expect([own.code, own.err]).toEqual([2, expect.stringMatching(/somebody\s+else\s+must\s+approve/)]);
  expect(place.run(['release', 'approve', '1', ...B, '--out', 'first']).code).toBe(0);
  expect(told(['release', 'list']).releases).toMatchObject([
    { number: 1, by: 'A. Archivist', approval: { by: 'B. Second' }, correctedBy: null },
  ]);
  expect(place.run(['release', 'approve', '1', ...B]).err).toMatch(/was\s+approved/);
});

test('the same bytes come from the same position, whatever was added since', { timeout: LONG }, () => {
  place.write('later.txt', 'The governor said on Friday that 40 more weavers had been killed in Kessar.');
  place.run([
    'capture',
    'later.txt',
    '--publisher',
    'The Valley Post',
    '--lang',
    'en',
    '--date',
    '2021-05-02',
  ]);
  place.run(['propose']);
  for (const { id } of linesOf(['claims', '--include-proposed'])) place.run(['accept', id, ...A]);
  expect(place.run(['release', 'show', '1', '--out', 'again']).code).toBe(0);
  const [first, again] = [bytesOf('first'), bytesOf('again')];
  expect([...again.keys()]).toEqual([...first.keys()]);
  expect([...again].filter(([path, bytes]) => first.get(path) !== bytes)).toEqual([]);
  const plain = place.run(['dossier', '--out', 'now']);
  expect(plain.code).toBe(0);
  expect(bytesOf('now').get('record.json')).not.toBe(
    [...first].find(([path]) => path.endsWith('record.json'))?.[1],
  );
});

test('a correction needs a reason, keeps the earlier release, and tells what changed and why', {
  timeout: LONG,
}, () => {
  expect(place.run(['release', 'correct', '1', ...A]).err).toMatch(/--reason/);
  const reason = 'later reports were not in it';
  const { release } = told(['release', 'correct', '1', ...A, '--reason', reason]);
  expect(release.corrects).toMatchObject({ reason });
  const kinds = new Set(release.changes.map(({ kind }: { kind: string }) => kind));
  expect(kinds.has('added')).toBe(true);
  expect(place.run(['release', 'approve', '2', ...B, '--out', 'second']).code).toBe(0);
  expect(told(['release', 'list']).releases[0]).toMatchObject({ number: 1, correctedBy: release.id });
  const second = [...bytesOf('second')];
  const page = (name: string) => second.find(([path]) => path.endsWith(name))?.[1] ?? '';
  expect(page('changes.html')).toContain(reason);
  const json = JSON.parse(page('record.json'));
  expect(json.release).toMatchObject({ number: 2, corrects: { reason } });
  expect(json.release.changes).toEqual(release.changes);
  expect(json.release.earlier).toMatchObject([{ number: 1, corrects: null }]);
  expect(page('feed.xml')).toContain(`Release 2: ${release.changes.length} changes`);
  expect(place.run(['release', 'correct', '1', ...A, '--reason', 'x']).err).toMatch(/correct\s+that\s+one/);
  expect(place.run(['release', 'show', '1', '--out', 'kept']).code).toBe(0);
  expect(bytesOf('kept')).toEqual(bytesOf('first'));
});

test('a release is checked without its vault, and the next one against the head of the one before', {
  timeout: LONG,
}, () => {
  const key = /log\.vkey/u.test([...bytesOf('first').keys()].join())
    ? bytesOf('first').get('verify/log.vkey')
    : '';
  const apart = { env: { ONRECORD_VAULT: join(place.dir, 'nowhere') } };
  const known = join(place.dir, 'first/verify/checkpoint');
  const ran = place.run(
    ['verify', 'second', '--known', known, '--log-key', key?.trim() ?? '', '--json'],
    apart,
  );
  expect(ran.code, ran.err + ran.out).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ ok: true, faults: [], release: { number: 2 } });
  const older = place.run(['verify', 'first', '--known', join(place.dir, 'second/verify/checkpoint')], apart);
  expect([older.code, older.out.replaceAll(/\s+/g, ' ')]).toEqual([
    6,
    expect.stringMatching(/cut from an older log/),
  ]);
  const said = place.run(['verify', 'first'], apart).out.replaceAll(/\s+/g, ' ');
  expect(said).toMatch(/Release 1 with \d+ files and 2 log entries checked: nothing differs/);
});

test('an embargo holds until its day; an earlier position gives its own record', { timeout: LONG }, () => {
  const { position } = told(['release', 'list']).releases[0];
  const held = profile('held.json', { embargo: '2999-01-01', position });
  expect(told(['release', 'new', held, ...A]).release).toMatchObject({ number: 3, position });
  expect(place.run(['release', 'approve', '3', ...B]).code).toBe(0);
  const out = place.run(['release', 'show', '3', '--out', 'held']);
  expect([out.code, out.err]).toEqual([2, expect.stringMatching(/under\s+embargo\s+until\s+2999-01-01/)]);
});

test('a part of the record is released without what lies beside it, on pages in Russian', {
  timeout: LONG,
}, () => {
  const [one] = linesOf(['claims']) as unknown as { proposition: { id: string } }[];
  const about = { propositions: [one?.proposition.id], places: null };
  expect(told(['release', 'new', profile('part.json', { about, pages: 'ru' }), ...A]).release.number).toBe(4);
  expect(place.run(['release', 'approve', '4', ...B, '--out', 'part']).code).toBe(0);
  const changes = readFileSync(join(place.dir, 'part/data/dossier/changes.html'), 'utf8');
  expect(changes).toContain('<html lang="ru">');
  expect(changes).toContain('Выпуск 4');
  const json = JSON.parse([...bytesOf('part')].find(([path]) => path.endsWith('record.json'))?.[1] ?? '');
  expect(json.propositions.map(({ id }: { id: string }) => id)).toEqual([one?.proposition.id]);
  expect(new Set(json.claims.map(({ proposition }: { proposition: string }) => proposition)).size).toBe(1);
});

test('web archives of public sources travel where the profile says so, as they came, and others do not', {
  timeout: LONG,
}, () => {
  const archive = archiveOf(
    'https://harbour.example/depot',
    '<p>The mayor said that 3 weavers were killed in Kessar.</p>',
  );
  place.write('depot.wacz', archive);
  place.write(
    'inside.wacz',
    archiveOf(
      'https://harbour.example/inside',
      '<p>The clerk said that 4 weavers were killed in Kessar.</p>',
    ),
  );
  place.run(['capture', 'depot.wacz', '--handling', 'public']);
  place.run(['capture', 'inside.wacz']);
  place.run(['propose']);
  for (const { id } of linesOf(['claims', '--include-proposed'])) place.run(['accept', id, ...A]);
  const number = told(['release', 'new', profile('archives.json', { captures: 'public' }), ...A]).release
    .number;
  expect(place.run(['release', 'approve', `${number}`, ...B, '--out', 'archives']).code).toBe(0);
  const travelling = [...bytesOf('archives')].filter(([path]) => path.startsWith('data/captures/'));
  expect(travelling.map(([path]) => path.split('/').at(-1))).toEqual(['depot.wacz']);
  expect(Buffer.from(travelling[0]?.[1] ?? '', 'latin1').equals(Buffer.from(archive))).toBe(true);
  const { ok, sources } = told(['verify', 'archives']);
  expect({ ok, sources }).toEqual({ ok: true, sources: [travelling[0]?.[0].split('/')[2]] });
});

test('decisions of today close the way to an earlier position: handling, erasure', { timeout: LONG }, () => {
  const { position } = told(['release', 'list']).releases[0];
  const [claim] = linesOf(['claims']) as unknown as { source: { id: string } }[];
  const id = claim?.source.id ?? '';
  const sealed = place.run(['handle', id, '--as', 'sealed', '--because', 'asked for', ...A]);
  expect(sealed.code, sealed.err).toBe(0);
  const { error } = told(['release', 'new', profile('late.json', { position }), ...A]);
  expect(error.faults.map(({ path }: { path: string }) => path)).toContain('handling');
  const refused = place.run(['release', 'show', '1', '--out', 'still']);
  expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/may\s+leave\s+today/)]);
  // What is out is out: it can still be made again, so that a copy can be held against it.
  expect(place.run(['release', 'show', '1', '--again', '--out', 'still']).code).toBe(0);
  expect(bytesOf('still')).toEqual(bytesOf('first'));
  expect(place.run(['erase', id, '--reason', 'asked for', '--yes', ...A]).code).toBe(0);
  const gone = place.run(['release', 'show', '1', '--again', '--out', 'erased']);
  expect([gone.code, gone.err.replaceAll(/\s+/g, ' ')]).toEqual([
    6,
    expect.stringMatching(/cannot be made again with the same bytes.*erased since/),
  ]);
  expect(place.run(['verify']).code).toBe(0);
});

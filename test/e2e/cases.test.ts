/** Sealed cases from outside: two members on two machines over one record, with the real program. */
import { chmodSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ran } from './cli-fixture.ts';
import { type MembersPlace, membersPlace } from './members-place.ts';

const LONG = 120_000;
const MARK = 'Quillonbrook';
const CASE = `
pseudonym: Heron ${MARK}
household:
  - role: applicant
    age: 30-44
    needs: [insulin]
needs: [a safe flat]
risk: {level: high}
contacts:
  - {who: aunt, reach: 0005550101}
applications:
  - {to: Embassy of Tavria, kind: visa, askedAt: "2026-10-05"}
tasks:
  - {what: call the doctor, due: "2026-12-01"}
notes:
  - text: Она ждёт брата
retainUntil: "2031-11-30"
`;

let place: MembersPlace;
const fingerprints: Record<string, string> = {};
let id = '';

beforeAll(() => {
  place = membersPlace(['omar', 'lena']);
  place.write('letter.pdf', `%PDF ${MARK}`);
  place.write('wrong.words', 'no herons\n');
});
afterAll(() => place.remove());

function as(name: string, args: readonly string[], input = ''): Ran {
  const ran = place.as(name, args, input);
  expect(ran.err, args.join(' ')).not.toContain(MARK);
  return ran;
}

function done(name: string, args: readonly string[], input = ''): string {
  const ran = as(name, args, input);
  expect(ran, args.join(' ')).toMatchObject({ code: 0 });
  return ran.out;
}

const json = (name: string, args: readonly string[], input = '') =>
  JSON.parse(done(name, [...args, '--json'], input));

test('two members make themselves known, one founds a compartment and takes the other in', {
  timeout: LONG,
}, () => {
  expect(place.run(['init', 'vault', '--no-encryption'])).toMatchObject({ code: 0 });
  for (const name of ['omar', 'lena']) {
    const ran = as(name, ['member', 'new', name]);
    expect(ran).toMatchObject({ code: 0, err: expect.stringMatching(/everything[\s\S]*lost/) });
    expect(ran.out).toMatch(/Recovery key:\s+(?:[0-9A-Z]{5}-?\s*){13}/);
    fingerprints[name] = json(name, ['member', 'show', name]).fingerprint;
  }
  expect(as('omar', ['member', 'new', 'Lena'])).toMatchObject({ code: 2 });
  done('omar', ['compartment', 'new', `Families ${MARK}`]);
  const wrong = as('omar', ['compartment', 'add', 'lena', '--fingerprint', fingerprints.omar ?? '']);
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('Nothing was changed') });
  expect(as('lena', ['case', 'list'])).toMatchObject({ code: 8 });
  done('omar', ['compartment', 'add', 'lena', '--fingerprint', fingerprints.lena ?? '']);
  expect(done('lena', ['compartment', 'list'])).toMatch(/omar \(admin\)[\s\S]*lena \(member\)/);
});

test('a case is made, found, changed, given a document, and read by the other', { timeout: LONG }, () => {
  ({ id } = json('omar', ['case', 'new', '-'], CASE));
  const seen = as('lena', ['case', 'list', '--json']);
  expect(seen.err).toContain(fingerprints.omar);
  done('lena', ['compartment', 'confirm', 'omar', '--fingerprint', fingerprints.omar ?? '']);
  expect(as('lena', ['case', 'list']).err).toBe('');
  expect(json('lena', ['case', 'list']).cases).toMatchObject([
    { id, pending: 1, openTasks: 1, risk: 'high' },
  ]);
  expect(json('lena', ['case', 'search', 'БРАТА', 'insulin']).found).toMatchObject([{ id }]);
  const shown = done('lena', ['case', 'show', id.slice(0, 10)]);
  expect(shown).toContain('reach: "0005550101"');
  expect(
    json('lena', ['case', 'change', id, '-', '--version', '1'], shown.replace('a safe flat', 'a lawyer')),
  ).toMatchObject({ version: 2 });
  const late = as('omar', ['case', 'change', id, '-', '--version', '1'], 'needs: []');
  expect(late).toMatchObject({ code: 5, err: expect.stringContaining('version 2') });
  const document = json('omar', ['case', 'attach', id, 'letter.pdf']);
  expect(document).toMatchObject({ name: 'letter.pdf', mediaType: 'application/pdf' });
  done('lena', ['case', 'get', id, document.id, 'out.pdf']);
  expect(readFileSync(join(place.dir, 'out.pdf'), 'utf8')).toBe(`%PDF ${MARK}`);
  expect(json('lena', ['case', 'due', '--until', '2026-12-31']).due).toMatchObject([
    { what: 'risk-review' },
    { what: 'task' },
  ]);
  const { reads } = json('omar', ['case', 'reads']);
  expect(reads.map(({ by, kind }: Record<string, string>) => `${by} ${kind}`)).toContain('lena document');
});

test('earlier versions are shown', { timeout: LONG }, () => {
  expect(json('omar', ['case', 'versions', id]).versions).toMatchObject([
    { version: 3, savedBy: 'omar' },
    { version: 2, savedBy: 'lena' },
    { version: 1, savedBy: 'omar' },
  ]);
  expect(done('omar', ['case', 'show', id, '--version', '1'])).toMatch(/^# version 1[\s\S]*a safe flat/);
  expect(as('omar', ['case', 'show', id, '--version', '4'])).toMatchObject({ code: 4 });
});

test('a case that is not right is refused with paths and lines, and none of its words', {
  timeout: LONG,
}, () => {
  const faulty = as(
    'omar',
    ['case', 'change', id, '-'],
    `risk: {level: ${MARK}}\n${MARK}: x\njourney: [{when: ${MARK}}]\n`,
  );
  expect(faulty).toMatchObject({ code: 2, err: expect.stringContaining('risk.level') });
  expect(faulty.err).toContain('journey[0].when');
  expect(as('omar', ['case', 'change', id, '-'], `needs: [${MARK}\n`)).toMatchObject({ code: 2 });
  expect(json('omar', ['case', 'show', id]).version).toBe(3);
});

test('nothing of it lies in clear in the vault, which is not encrypted', () => {
  const files = readdirSync(join(place.dir, 'vault'), { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile(),
  );
  expect(files.length).toBeGreaterThan(2);
  for (const file of files)
    expect(readFileSync(join(file.parentPath, file.name)).includes(MARK), file.name).toBe(false);
});

test('a member who lost passphrase and recovery key: the second custodian makes their file anew, nobody else does', {
  timeout: LONG,
}, () => {
  place.write('new.words', 'ten herons at the weir\n');
  chmodSync(join(place.dir, 'new.words'), 0o600);
  const told = as('lena', ['member', 'entrust', '--to', 'omar', '--out', 'copy.json']);
  expect(told).toMatchObject({ code: 0, err: expect.stringMatching(/cannot\s+be\s+called\s+back/) });
  expect(as('lena', ['member', 'entrust', '--to', 'omar', '--out', 'copy.json'])).toMatchObject({ code: 2 });
  const copy = readFileSync(join(place.dir, 'copy.json'), 'utf8');
  const restore = ['member', 'restore', '--from', 'copy.json', '--new-member-passphrase-file', 'new.words'];
  expect(as('lena', restore)).toMatchObject({ code: 2, err: expect.stringContaining('for omar') });
  const { ct } = JSON.parse(copy) as { readonly ct: string };
  place.write('copy.json', copy.replace(ct, `${ct[0] === 'A' ? 'B' : 'A'}${ct.slice(1)}`));
  expect(as('omar', restore)).toMatchObject({
    code: 6,
    err: expect.stringMatching(/Nothing\s+was\s+restored/),
  });
  place.write('copy.json', copy);
  const made = json('omar', restore);
  expect(made).toMatchObject({ name: 'lena', by: 'omar', fingerprint: fingerprints.lena });
  const path = join('members', `${made.id}.json`);
  rmSync(join(place.dir, 'lena', `${made.id}.json`));
  cpSync(join(place.dir, 'omar', `${made.id}.json`), join(place.dir, 'lena', `${made.id}.json`));
  for (const left of readdirSync(join(place.dir, 'omar')))
    if (left.startsWith(made.id)) rmSync(join(place.dir, 'omar', left));
  expect(as('lena', ['case', 'show', id]), path).toMatchObject({ code: 8 });
  renameSync(join(place.dir, 'new.words'), join(place.dir, 'lena.words'));
  expect(done('lena', ['case', 'show', id])).toContain('Heron');
});

test('a wrong passphrase says little, and the third one waits', { timeout: LONG }, () => {
  const words = join(place.dir, 'omar.words');
  renameSync(words, join(place.dir, 'right.words'));
  writeFileSync(words, 'no herons\n', { mode: 0o600 });
  const tried = [1, 2, 3, 4, 5, 6].map(() => as('omar', ['case', 'list']));
  expect(tried.map(({ code }) => code)).toEqual([8, 8, 8, 8, 8, 8]);
  expect(tried[0]?.err).toBe(tried[1]?.err);
  expect(tried.at(-1)?.err).toMatch(/waiting \d+ seconds?/);
  renameSync(join(place.dir, 'right.words'), words);
  done('omar', ['case', 'list']);
});

test('who is removed reads nothing more; a backup is written anew; erased is erased', {
  timeout: LONG,
}, () => {
  expect(place.run(['backup', 'day.backup', '--vault', 'vault'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/2\s+members\s+hold[\s\S]*in\s+no\s+backup/),
  });
  expect(place.run(['doctor', '--vault', 'vault']).out).toMatch(/! member files: 2\s+members/);
  expect(done('omar', ['compartment', 'remove', 'lena'])).toMatch(/lena\s+is\s+out/);
  expect(as('lena', ['case', 'show', id])).toMatchObject({ code: 8 });
  const again = place.run(['backup', 'day.backup', '--vault', 'vault']);
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/written\s+anew/) });
  expect(as('omar', ['case', 'erase', id])).toMatchObject({ code: 2 });
  expect(json('omar', ['case', 'erase', id, '--yes']).gone).toHaveLength(2);
  expect(as('omar', ['case', 'show', id])).toMatchObject({
    code: 4,
    err: expect.stringMatching(/was\s+erased/),
  });
  expect(place.run(['verify', '--vault', 'vault'])).toMatchObject({ code: 0 });
  expect(json('omar', ['compartment', 'list']).compartments[0].members).toHaveLength(1);
});

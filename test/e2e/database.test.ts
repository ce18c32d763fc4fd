/** Every command over a vault whose record lies in PostgreSQL, from outside; and what is said when the way there is wrong. */
import { chmodSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { type LocalPostgres, startLocalPostgres } from '../fixtures/local-postgres.ts';
import { ARTICLE, newPlace, type Place } from './cli-fixture.ts';

const BY = ['--by', 'A. Archivist'];
const HERS = ['--member-passphrase-file', 'hers'];
let server: LocalPostgres;
let place: Place;
let env: Record<string, string>;

beforeAll(async () => {
  server = await startLocalPostgres();
  place = newPlace();
  place.write('a.html', ARTICLE);
  place.write('b.txt', 'The governor said that 12 weavers were held in Kessar.');
  place.write('states.csv', 'state \\ answer,yes,no,all\nAldland,3,21,24\nBorland,14,9,23\nall,17,30,47\n');
  place.write('hers', 'nine herons over the mill\n');
  place.write('cases.csv', 'Title,Date added,Template\nDepot of Dol,2024-02-01,Site\n');
  place.write('later.txt', 'The mayor said that 3 fishermen were killed in Kessar.');
  place.write('profile.json', '{"unreviewed":"leave-out"}');
  const note = [{ lang: 'en', text: 'Two outlets were read.' }];
  place.write(
    'allowed.json',
    JSON.stringify({ unreviewed: 'leave-out', licence: { name: 'CC0', url: null }, methodNotes: note }),
  );
  place.write('people.csv', 'No,Name\n7,Mavo Sentir\n8,Ida Kortan\n');
  env = { ONRECORD_DATABASE: await server.createDatabase() };
});
afterAll(async () => {
  place.remove();
  await server.stop();
});

function run(args: readonly string[], more: Record<string, string> = {}) {
  const ran = place.run(args, { env: { ...env, ...more } });
  expect(`${ran.out}${ran.err}`).not.toContain(server.password);
  return ran;
}

function lines(args: readonly string[]): readonly Record<string, { id: string } & string>[] {
  return run([...args, '--json'])
    .out.trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('every command, in the order of a working day', () => {
  const used = new Set<string>();
  const found = { source: '', claim: '', other: '', proposition: '', key: '' };
  const steps: readonly (readonly [code: number, args: () => readonly string[], says: RegExp])[] = [
    [0, () => ['init', '--no-encryption'], /An empty vault is ready/],
    [2, () => ['init', '--no-encryption'], /is a vault in/],
    [0, () => ['capture', 'a.html', 'b.txt'], /2 of 2 files newly stored/],
    [0, () => ['list', 'columns', 'people.csv'], /Name: name/],
    [0, () => ['list', 'import', 'people.csv', '--name', 'Dock list', '--agree', ...BY], /2 new/],
    [0, () => ['list', 'import', 'people.csv', '--name', 'Dock list', ...BY], /nothing\s+has\s+changed/],
    [0, () => ['list', 'show', 'dock list', '7'], /Mavo Sentir/],
    [0, () => ['propose'], /2 texts read/],
    [0, () => ['trace'], /2 captures traced/],
    [0, () => ['jobs', 'add', 'intake', 'later.txt', ...BY], /1 file handed in/],
    [0, () => ['jobs'], /1 waiting/],
    [0, () => ['worker', '--once'], /"kind":"intake"[\s\S]*"kind":"propose"[\s\S]*"kind":"trace"/],
    [0, () => ['jobs'], /No job waits/],
    [0, () => ['team'], /Nobody can sign in yet/],
    [2, () => ['team', 'invite', 'Oren', '--roles', 'king'], /--roles must be/],
    [0, () => ['team', 'invite', 'Oren', '--roles', 'custodian'], /join#[\w-]{43}/],
    [2, () => ['team', 'invite', 'oren', '--roles', 'reader'], /taken/],
    [4, () => ['team', 'recover', 'Oren'], /no such member/],
    [4, () => ['team', 'close', 'Oren'], /no such member/],
    [0, () => ['team', 'list'], /Oren, invited until [\s\S]*custodian; sees internal/],
    [0, () => ['describe', found.source, '--publisher', 'The Mirror', ...BY], /./],
    [0, () => ['show'], /./],
    [0, () => ['claims', '--include-proposed'], /characters/],
    [0, () => ['accept', found.claim, ...BY], /./],
    [0, () => ['reject', found.other, '--reason', 'other speaker', ...BY], /./],
    [0, () => ['positions'], /./],
    [0, () => ['origins'], /./],
    [0, () => ['toll'], /./],
    [0, () => ['responses'], /./],
    [0, () => ['search', 'weavers'], /Eleven dead/],
    [0, () => ['group', 'split', found.claim, '--text', 'in Upper Kessar', '--reason', 'place', ...BY], /./],
    [0, () => ['reword', found.proposition, '--text', 'x in Kessar', '--reason', 'place', ...BY], /anew/],
    [0, () => ['reword', found.proposition, '--undo', ...BY], /anew/],
    [0, () => ['reword', found.proposition], /undone/],
    [
      0,
      () => ['place', 'record', '--name', 'Kessar', '--kind', 'adm1', '--reason', 'region', ...BY],
      /On record/,
    ],
    [0, () => ['place', 'list', '--include-proposed', '--kind', 'adm1'], /Kessar: a region, on record/],
    [
      0,
      () => [
        'incident',
        'record',
        '--title',
        'Raid',
        '--kind',
        'raid',
        '--when',
        '2031-04',
        '--place',
        'plc_',
        '--proposition',
        found.proposition,
        '--reason',
        'one raid',
        ...BY,
      ],
      /On record/,
    ],
    [0, () => ['incident', 'list', '--from', '2031-04-02'], /Raid[\s\S]*raid · Kessar[\s\S]*1 proposition/],
    [0, () => ['toll', '--incident', 'inc_', '--include-proposed'], /Kessar|joined\s+to\s+this\s+incident/],
    [0, () => ['incident', 'record', 'inc_', '--when', 'none', '--reason', 'no day', ...BY], /On record/],
    [0, () => ['incident', 'list'], /day not known/],
    [0, () => ['incident', 'withdraw', 'inc_', '--reason', 'two raids', ...BY], /Taken back/],
    [4, () => ['toll', '--incident', 'inc_'], /no\s+incident/],
    [0, () => ['place', 'withdraw', 'plc_', '--reason', 'another', ...BY], /Taken back/],
    [0, () => ['outlet', 'list'], /./],
    [0, () => ['voice', 'distinct', found.claim, found.other, '--reason', 'two desks', ...BY], /./],
    [0, () => ['voice', 'list'], /two desks/],
    [0, () => ['link', 'list'], /No links fit/],
    [4, () => ['link', 'cut', 'lnk_00', '--reason', 'no link', ...BY], /lnk_00/],
    [0, () => ['people', 'decisions'], /Nothing was decided/],
    [0, () => ['people', 'link'], /./],
    [2, () => ['estimate'], /--again/],
    [0, () => ['counts', 'check', 'states.csv'], /3\s+of them only/],
    [0, () => ['handle', found.source, '--as', 'public', '--because', 'printed', ...BY], /is public/],
    [4, () => ['clear', 'Nobody Known', '--because', 'office', ...BY], /Nobody in the record/],
    [0, () => ['clear', '--list'], /by name/],
    [0, () => ['redact', found.source, '--passage', '0-3', '--why', 'person', ...BY], /Redacted copy/],
    [2, () => ['release', 'new', 'profile.json', ...BY], /licence/],
    [0, () => ['release', 'new', 'allowed.json', ...BY], /Made,\s+and\s+not\s+approved/],
    [0, () => ['release', 'approve', '1', ...BY, '--out', 'released'], /is approved/],
    [0, () => ['release', 'list'], /approved\s+by/],
    [0, () => ['dossier', '--out', 'dossier'], /./],
    [4, () => ['card', 'prp_zz', '--svg', 'card.svg'], /prp_zz/],
    [0, () => ['import', 'uwazi', 'cases.csv'], /1 newly stored/],
    [0, () => ['import', 'uwazi', 'cases.csv'], /1 already stored/],
    [0, () => ['exchange', '--as', 'sqlite', '--out', 'tables'], /cannot hold/],
    [0, () => ['export', found.source, '--out', 'package', '--to', 'The court', ...BY], /./],
    [0, () => ['custody', found.source], /./],
    [0, () => ['copy', found.source, 'copy.html', '--to', 'The translator', ...BY], /./],
    [0, () => ['transfer', found.source, '--to', 'The court', '--reason', 'summons', ...BY], /./],
    [2, () => ['timestamp'], /authorit/],
    [0, () => ['settings', '--log-views', 'on', ...BY], /./],
    [0, () => ['checkpoint', '--out', 'checkpoint.txt'], /./],
    [0, () => ['witness'], /./],
    [0, () => ['doctor'], /./],
    [0, () => ['backup', 'day.backup'], /./],
    [2, () => ['restore', 'day.backup', '--vault', 'again'], /nothing\s+is\s+restored\s+over\s+it/],
    [0, () => ['backup', 'day.backup', '--check'], /./],
    [0, () => ['erase', found.source, '--reason', 'asked for', '--yes', ...BY], /./],
    [0, () => ['verify'], /./],
    [0, () => ['backup', 'day.backup'], /written anew/],
    [0, () => ['member', 'new', 'lena', '--member-passphrase-file', 'hers'], /Recovery key/],
    [0, () => ['compartment', 'new', 'North', '--member-passphrase-file', 'hers'], /You are its admin/],
    [0, () => ['case', 'new', '--pseudonym', 'Heron', '--retain-until', '2031-01-31', ...HERS], /version 1/],
    [0, () => ['compartment', 'rotate', ...HERS], /a new key/],
    [0, () => ['case', 'list', ...HERS], /North: 1 case[\s\S]*Heron/],
    [0, () => ['case', 'counts', 'risk', ...HERS], /Withheld[\s\S]*second\s+member/],
    [2, () => ['case', 'counts', 'sign', 'cnt_', '--yes', ...HERS], /second\s+member/],
    [2, () => ['move'], /--to/],
    [0, () => ['move', '--to', 'onrecord-vault'], /lie\s+in/],
    [0, () => ['move', '--from', 'onrecord-vault', '--to', 'database'], /Moved and compared/],
    [0, () => ['verify'], /./],
    [2, () => ['rekey'], /passphrase/i],
    [0, () => ['lock'], /./],
    [2, () => ['unlock'], /not encrypted/i],
    [2, () => ['passphrase'], /not encrypted/i],
    [2, () => ['serve', '--port', '80'], /--port/],
    [0, () => ['demo', '--once'], /./],
  ];

  test.each(steps.map(([code, args, says], at) => [at, args()[0], args, code, says] as const))(
    '%i: %s',
    (_at, name = '', args, code, says) => {
      if (name === 'describe') {
        const claims = lines(['claims', '--include-proposed']);
        found.claim = String(claims[0]?.id ?? '');
        found.other = String(claims[1]?.id ?? '');
        found.proposition = claims[1]?.proposition?.id ?? '';
        found.source = claims[0]?.source?.id ?? '';
      }
      used.add(name);
      const ran = run(args());
      expect([ran.code, `${ran.out}${ran.err}`], args().join(' ')).toEqual([
        code,
        expect.stringMatching(says),
      ]);
    },
  );

  test('none is left out', () => {
    expect(COMMANDS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('an encrypted vault', () => {
  test('is made, filled, proved, backed up, restored into another schema and into a folder, and given new keys', async () => {
    const words = place.write('words', 'fourteen herons over the salt works\n');
    chmodSync(words, 0o600);
    const passphrase = ['--passphrase-file', words];
    const address = new URL(await server.createDatabase());
    const password = { ONRECORD_DATABASE: '', PGPASSWORD: address.password };
    address.password = '';
    const database = ['--database', address.href];
    const vault = ['--vault', 'sealed'];
    const make = run(['init', 'sealed', ...database, ...passphrase], password);
    expect([make.code, make.saidNotEncrypted], make.err).toEqual([0, false]);
    const inVault = [...vault, ...database, ...passphrase];
    expect(run(['capture', 'a.html', ...inVault], password).out).toMatch(/1 of 1 files newly stored/);
    expect(run(['verify', ...inVault], password)).toMatchObject({ code: 0 });
    expect(run(['backup', 'sealed.backup', ...inVault], password).code).toBe(0);

    const beside = ['--vault', 'beside', '--database', `${address.href}?schema=beside`, ...passphrase];
    expect(run(['restore', 'sealed.backup', ...beside], password)).toMatchObject({ code: 0 });
    expect(run(['verify', ...beside], password)).toMatchObject({ code: 0 });
    const folder = ['--vault', 'folder', ...passphrase];
    expect(run(['restore', 'sealed.backup', ...folder], password)).toMatchObject({ code: 0 });
    const searched = run(['search', 'weavers', ...folder, '--json'], password);
    expect(searched).toMatchObject({
      code: 0,
      out: run(['search', 'weavers', ...beside, '--json'], password).out,
    });
    const without = run(['show', ...vault, ...passphrase], password);
    expect([without.code, without.err]).toEqual([2, expect.stringMatching(/lies\s+in\s+PostgreSQL/)]);
    const both = run(['show', ...folder, ...database], password);
    expect([both.code, both.err]).toEqual([2, expect.stringMatching(/open\s+it\s+without\s+--database/)]);
    const strange = { ONRECORD_DATABASE: await server.createDatabase() };
    expect(run(['init', 'strange', '--no-encryption'], strange).code).toBe(0);
    expect(run(['capture', 'b.txt', '--vault', 'strange'], strange).code).toBe(0);
    const other = run(['show', ...vault, ...passphrase], strange);
    expect([other.code, other.err]).toEqual([2, expect.stringMatching(/record\s+of\s+another\s+vault/)]);
    const next = place.write('next', 'a new one for the herons\n');
    chmodSync(next, 0o600);
    const fresh = ['--new-passphrase-file', next];
    expect(run(['rekey', ...vault, ...passphrase, ...fresh], password)).toMatchObject({ code: 2 });
    const rekeyed = run(['rekey', ...inVault, ...fresh], password);
    expect([rekeyed.code, rekeyed.out], rekeyed.err).toEqual([0, expect.stringMatching(/has new keys/)]);
    expect(run(['verify', ...inVault], password).code).not.toBe(0);
    const withNext = [...vault, ...database, '--passphrase-file', next];
    expect(run(['verify', ...withNext], password)).toMatchObject({ code: 0 });
  }, 240_000);
});

describe('when the way to the database is wrong', () => {
  const SECRET = 'ledger-of-the-herons';
  const at = (change: (url: URL) => void): string => {
    const url = new URL(env.ONRECORD_DATABASE ?? '');
    url.password = SECRET;
    change(url);
    return url.href;
  };
  const wrong: readonly (readonly [what: string, change: (url: URL) => void, code: number, says: RegExp])[] =
    [
      ['password', () => undefined, 5, /refused\s+the\s+user\s+name\s+or\s+the\s+password/],
      ['user', (url) => void Object.assign(url, { username: 'nobody' }), 5, /refused\s+the\s+user\s+name/],
      ['port', (url) => void Object.assign(url, { port: '1' }), 5, /cannot\s+be\s+reached/],
      [
        'host',
        (url) => void Object.assign(url, { hostname: 'no-such-host.invalid' }),
        5,
        /cannot\s+be\s+reached/,
      ],
      ['database', (url) => right(url, 'nowhere'), 5, /no\s+database\s+of\s+that\s+name/],
      ['empty database', (url) => right(url, 'postgres'), 4, /no\s+record\s+in\s+this\s+database/],
      ['schema', (url) => url.searchParams.set('schema', 'No Schema'), 2, /no\s+such\s+name/],
    ];
  const right = (url: URL, name: string): void => {
    url.password = server.password;
    url.pathname = `/${name}`;
  };

  test.each(wrong)('a wrong %s: what to do, and never the password', (_, change, code, says) => {
    const ONRECORD_DATABASE = at(change);
    for (const args of [
      ['show', '--json'],
      ['backup', 'x.backup'],
    ]) {
      const ran = run(args, { ONRECORD_DATABASE });
      expect([ran.code, ran.err]).toEqual([code, expect.stringMatching(says)]);
      expect(`${ran.out}${ran.err}`).not.toContain(SECRET);
    }
  });

  test('an address that is none is not repeated', () => {
    for (const address of [
      `mysql://a:${SECRET}@h/d`,
      `postgres:/${SECRET}`,
      `postgres://a:${SECRET}@@h:x/d`,
    ]) {
      const ran = run(['show'], { ONRECORD_DATABASE: address });
      expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(/cannot\s+be\s+read/)]);
      expect(ran.err).not.toContain(SECRET);
    }
  });

  test.each([
    ['in the address', `postgres://maria:${SECRET}@127.0.0.1/record`],
    ['as a parameter', `postgres://maria@127.0.0.1/record?password=${SECRET}`],
  ])('a password on the command line is refused: %s', (_, address) => {
    for (const name of ['show', 'init', 'backup', 'restore']) {
      const ran = run([name, ...(name === 'show' ? [] : ['x']), '--database', address]);
      expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(/never\s+taken\s+from\s+the\s+command/)]);
      expect(`${ran.out}${ran.err}`).not.toContain(SECRET);
    }
  });

  test('a vault that could not be made for want of the server is made when it is there', async () => {
    const made = ['init', 'late', '--no-encryption'];
    expect(run(made, { ONRECORD_DATABASE: at((url) => void Object.assign(url, { port: '1' })) }).code).toBe(
      5,
    );
    expect(run(made, { ONRECORD_DATABASE: await server.createDatabase() }).code).toBe(0);
  });
});

/**
 * The example vault asked over HTTP and in the terminal. Every list of the contract is gone through row by row and holds what it
 * holds in one piece; and what the terminal prints with --json is what the desk answers, but for the pages.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDesk, openDesk, peopleEngine } from '../../src/compose.ts';
import { relateWordings } from '../../src/reckon/toll/place-relation.ts';
import { listRoutes } from '../../src/server/fixtures/list-routes.ts';
import { openApp, pageHeaders } from '../../src/server/fixtures/open-app.ts';
import type { Place } from './cli-fixture.ts';
import { exampleVault } from './desk/served-desk.ts';
import { threeLists } from './three-lists.ts';

type Told = Record<string, unknown>;

let place: Place;
let desk: OpenDesk;
let ask: (address: string) => Promise<Told>;
let source: string;
let proposition: string;
let incident: string;

const { lists } = threeLists();
function done(...args: readonly string[]): string {
  const { code, out, err } = place.run(args);
  if (code !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${code}: ${err}`);
  return out;
}

const run = (...args: readonly string[]): Told => JSON.parse(done(...args, '--json')) as Told;

/** `claims` prints a row a line. */
function runRows(...args: readonly string[]): Told {
  const lines = done(...args, '--json')
    .trimEnd()
    .split('\n');
  return { claims: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as unknown) };
}

const idsOf = (told: Told, name: string): readonly string[] =>
  (told[name] as readonly { readonly id: string }[]).map(({ id }) => id);

beforeAll(async () => {
  place = exampleVault();
  for (const { name, file, csv } of lists) {
    place.write(file, csv);
    done('list', 'import', file, '--name', name, '--agree', '--by', 'A. Archivist');
  }
  done(
    'accept',
    ...idsOf(runRows('claims', '--status', 'proposed', '--limit', '9'), 'claims'),
    '--by',
    'A. Archivist',
  );
  desk = await openDesk(`${place.dir}/onrecord-vault`, { readOnly: false });
  const listings: string[] = [];
  for await (const { listing } of desk.store.listings()) listings.push(listing.id);
  const { app, cookie } = openApp({
    desk,
    linkPeople: peopleEngine(1),
    relatePlaces: async () => relateWordings,
  });
  ask = async (address) => {
    const response = await app.request(address, { headers: pageHeaders(cookie, 'GET') });
    const told = (await response.json()) as Told;
    if (response.status !== 200) throw new Error(`${address} answered ${JSON.stringify(told)}`);
    return told;
  };
  const spoken = await ask('/api/propositions?limit=200');
  const [first = '', second = '', third = ''] = idsOf(spoken, 'propositions');
  proposition = first;
  const post = async (path: string, body: object): Promise<void> => {
    const headers = pageHeaders(cookie, 'POST');
    const { status } = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(status, path).toBe(200);
  };
  for (const pair of [
    [first, second],
    [first, third],
  ])
    await post('/api/apart', { pair, apart: true, reason: 'invented for a test' });
  for (const [a, b] of [
    [listings[0], listings.at(-1)],
    [listings[1], listings.at(-2)],
  ])
    await post('/api/people/decisions', { relation: 'same', a, b, reason: 'the same mother' });
  const by = ['--by', 'A. Archivist', '--reason', 'invented for a test'];
  run(
    'place',
    'record',
    '--name',
    'Kessar',
    '--kind',
    'adm1',
    '--at',
    '-49.2,69.5',
    '--precision',
    '4',
    ...by,
  );
  const counts = idsOf(await ask('/api/propositions?limit=200&q=kessar'), 'propositions');
  incident = run(
    ...['incident', 'record', '--title', 'Arrests', '--kind', 'raid', '--when', '2031-03/2031-05'],
    ...['--place', 'plc_', '--proposition', ...counts, ...by],
  ).id as string;
  const { sources } = await ask('/api/sources?limit=1');
  source = (sources as readonly { readonly id: string }[])[0]?.id ?? '';
}, 120_000);
afterAll(async () => {
  await desk?.close();
  place?.remove();
});

/** What a list must be asked with to hold rows in the example vault. */
const ASKED: Readonly<Record<string, string>> = {
  '/api/search': 'q=the',
  '/api/search/claims': 'q=the',
  '/api/search/names': 'q=o*',
  '/api/timeline': 'includeProposed=true&day=DAY',
};
/** Lists of which the example vault holds fewer than two rows. */
const SHORT: Readonly<Record<string, string>> = {
  '/api/estimates': 'an estimate is put on record by hand',
  '/api/alike/groups': 'all that may be one hangs together',
  '/api/releases': 'none is made here',
  '/api/incidents': 'one incident is put on record here',
  '/api/responses/asked': 'one request is without an answer',
};

/** Lists inside one thing, beside its other parts; the same rows are gone through as a list of their own. */
const INSIDE: ReadonlySet<string> = new Set(['/api/places/{key}', '/api/incidents/{id}']);

/** Of a release, which is not made here: release-gates.test.ts asks for it. */
const OF_RELEASE: ReadonlySet<string> = new Set(['/api/releases/{id}/files']);

describe.each(listRoutes().filter(({ path }) => !INSIDE.has(path) && !OF_RELEASE.has(path)))(
  '$path',
  ({ path, query, rows }) => {
    test('row by row it holds what it holds in one piece', { timeout: 60_000 }, async () => {
      const days = (await ask('/api/timeline?includeProposed=true')).days as readonly {
        day: string;
        count: number;
      }[];
      const busiest = days.toSorted((a, b) => b.count - a.count)[0]?.day ?? '';
      const asked = [
        (ASKED[path] ?? '').replace('DAY', busiest),
        ...('includeProposed' in query && ASKED[path] === undefined ? ['includeProposed=true'] : []),
      ].filter((one) => one !== '');
      const address = `${path.replace('{id}', source)}?${asked.join('&')}`;
      const whole = await ask(`${address}&limit=200`);
      const walked = Object.fromEntries(rows.map((name) => [name, [] as unknown[]]));
      let cursor: string | null = '';
      let steps = 0;
      while (cursor !== null && steps < 400) {
        const page: Told = await ask(`${address}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
        for (const name of rows) {
          const told = page[name] as readonly unknown[];
          expect(told.length).toBeLessThanOrEqual(1);
          walked[name]?.push(...told);
        }
        expect(page.fitting).toEqual(whole.fitting);
        cursor = page.next as string | null;
        steps += 1;
      }
      const most = Math.max(...rows.map((name) => (whole[name] as readonly unknown[]).length));
      if (!(path in SHORT)) expect(most, 'rows of the example vault').toBeGreaterThan(1);
      expect(whole.next === null ? steps : 400).toBe(Math.max(1, most));
      for (const name of rows) expect(walked[name]).toEqual(whole[name]);
      if (typeof whole.fitting === 'number' && whole.next === null) expect(whole.fitting).toBe(most);
    });
  },
);

/** What pages add to an answer: where to go on, and that rows are not counted. */
const isOfPages = (name: string, value: unknown): boolean =>
  name === 'next' || (name === 'fitting' && value === null);
const LINES =
  'the terminal prints a claim a line and nothing beside, so that a program can read them as they come';

interface Pair {
  readonly command: readonly string[];
  /** INCIDENT stands for the id of the incident. */
  readonly address: string;
  /** Fields that only the desk tells, because its page shows them in one answer with the rest; why. */
  readonly more?: Readonly<Record<string, string>>;
}

const LINKING = 'the terminal tells it with: people link';
const PAIRS: readonly Pair[] = [
  { command: ['claims'], address: '/api/claims?limit=200', more: { fitting: LINES, waiting: LINES } },
  {
    command: ['claims', '--include-proposed', '--measure', 'detained'],
    address: '/api/claims?limit=200&includeProposed=1&measure=detained',
    more: { fitting: LINES, waiting: LINES },
  },
  { command: ['positions', '--include-proposed'], address: '/api/positions?limit=200&includeProposed=true' },
  { command: ['positions'], address: '/api/positions?limit=200' },
  { command: ['responses', '--include-proposed'], address: '/api/responses?limit=200&includeProposed=true' },
  {
    command: ['responses', '--measure', 'visa', '--include-proposed'],
    address: '/api/responses?limit=200&includeProposed=true&measure=visa',
  },
  { command: ['toll', '--include-proposed'], address: '/api/tolls?limit=200&includeProposed=true' },
  {
    command: ['toll', '--include-proposed', '--incident', 'inc_'],
    address: '/api/tolls?limit=200&includeProposed=true&incident=INCIDENT',
  },
  { command: ['place', 'list'], address: '/api/places?limit=200' },
  {
    command: ['place', 'list', '--include-proposed', '--kind', 'adm1'],
    address: '/api/places?limit=200&includeProposed=true&kind=adm1',
  },
  { command: ['incident', 'list'], address: '/api/incidents?limit=200' },
  {
    command: ['incident', 'list', '--include-proposed', '--place', 'plc_', '--until', '2031-06-01'],
    address: '/api/incidents?limit=200&includeProposed=true&until=2031-06-01',
  },
  { command: ['search', 'detained', '--limit', '200'], address: '/api/search?limit=200&q=detained' },
  { command: ['list', 'show'], address: '/api/people/lists?limit=200' },
  { command: ['people', 'decisions'], address: '/api/people/decisions?limit=200' },
  {
    command: ['people', 'queue', '--limit', '200'],
    address: '/api/people/queue?limit=200',
    more: {
      fitting: 'the terminal tells those that wait',
      people: LINKING,
      listings: LINKING,
      compared: LINKING,
      decisions: LINKING,
      seed: LINKING,
    },
  },
];

describe.each(PAIRS)('onrecord $command and $address', ({ command, address, more = {} }) => {
  test('are of one shape, and tell the same', { timeout: 60_000 }, async () => {
    const printed = command[0] === 'claims' ? runRows(...command) : run(...command);
    const answered = await ask(address.replace('INCIDENT', incident));
    const told = Object.entries(answered).filter(
      ([name, value]) => !isOfPages(name, value) && !(name in more),
    );
    expect(printed).toEqual(Object.fromEntries(told));
  });
});

test('one proposition: its origins are the one row that the terminal prints', {
  timeout: 60_000,
}, async () => {
  const printed = run('origins', '--proposition', proposition, '--include-proposed');
  const answered = await ask(`/api/propositions/${proposition}/origins?includeProposed=true`);
  expect((printed.propositions as readonly unknown[])[0]).toEqual(answered);
});

/**
 * The matrix: every route × every role × every clearance, over a record with a public, an internal and a sealed one of everything. What
 * a member may not see is in no answer: not its words, not its ids; asked for by id it is answered as if it were not there, in
 * reading, history, export and change alike.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { HANDLINGS, type Handling, ROLES, type Role } from '../../desk/vocabulary.ts';
import { mayAsk, PERMISSIONS, routeAsked, ruleOf } from '../access/permissions.ts';
import { ROUTES } from '../api/every-route.ts';
import { TEAM_ROUTES } from './api/every-team-route.ts';
import { type LevelThings, levelsDesk, WORDS } from './fixtures/levels-desk.ts';
import { openTeam } from './fixtures/open-team.ts';

const DOCUMENT = { method: 'get', path: '/api/openapi.json' };
const every = [...Object.values(ROUTES), ...Object.values(TEAM_ROUTES), DOCUMENT].map(({ method, path }) => ({
  method: method.toUpperCase(),
  path: path as string,
  key: `${method.toUpperCase()} ${path}`,
}));

type Opened = Awaited<ReturnType<typeof open>>;

async function open() {
  const { desk, things: recorded } = await levelsDesk();
  const team = openTeam({ room: { desk } });
  const author = await team.join({ name: 'Author', roles: ['reviewer'], clearance: 'sealed' });
  member = author.account.id;
  const things = {} as Record<Handling, SaidThings>;
  for (const level of HANDLINGS)
    things[level] = {
      ...recorded[level],
      comment: await talked(team, author, { level, own: recorded[level] }),
    };
  const cookies = new Map<string, string>();
  for (const role of ROLES)
    for (const clearance of HANDLINGS) {
      const { cookie } = await team.join({ name: `${role} ${clearance}`, roles: [role], clearance });
      cookies.set(`${role} ${clearance}`, cookie);
    }
  const cookieOf = (role: Role, clearance: Handling): string => cookies.get(`${role} ${clearance}`) ?? '';
  return { ...team, desk, things, cookieOf };
}

/** A level's things, and what members said of them. */
interface SaidThings extends LevelThings {
  readonly comment: string;
}

/** Who sees everything. */
let member = '';

/** A comment on the claim that mentions its author's colleagues, and an assignment of the source, both with the level's word. */
async function talked(
  { ask }: ReturnType<typeof openTeam>,
  { cookie, account }: { readonly cookie: string; readonly account: { readonly id: string } },
  { level, own }: { readonly level: Handling; readonly own: LevelThings },
): Promise<string> {
  const assigned = {
    thing: own.source,
    to: account.id,
    due: null,
    note: `ask in ${WORDS[level]}`,
    version: 0,
  };
  expect((await ask(cookie, 'POST', '/api/assignments', { body: assigned })).status).toBe(200);
  let last = '';
  for (const thing of [
    own.source,
    own.proposition,
    own.incident,
    own.link,
    own.listings.join('~'),
    own.claim,
  ]) {
    const body = { thing, text: `${WORDS[level]} again?`, mentions: [] };
    const { status, told } = await ask(cookie, 'POST', '/api/comments', { body });
    expect(status, thing).toBe(200);
    last = String(told.id);
  }
  return last;
}

const above = (clearance: Handling): readonly Handling[] => HANDLINGS.slice(HANDLINGS.indexOf(clearance) + 1);

/** Words and ids of what somebody of this clearance may not see. */
function secretsAbove({ things }: Opened, clearance: Handling): readonly string[] {
  return above(clearance).flatMap((level) => [WORDS[level], ...Object.values(things[level]).flat()]);
}

/** The addresses of a reading route: for one with an id, each level's own. */
function addresses(path: string, things: SaidThings): readonly string[] {
  if (path === '/api/places/{key}')
    return Object.values(WORDS).map((word) => `/api/places/${word.toLowerCase()}`);
  if (path === '/api/actors') return ['/api/actors?includeProposed=true', `/api/actors?id=${things.actor}`];
  if (path.startsWith('/api/search')) return Object.values(WORDS).map((word) => `${path}?q=${word}`);
  if (path === '/api/timeline') return [path, `${path}?day=2031-04-02&includeProposed=true`];
  if (path === '/api/claims')
    return [path, `${path}?source=${things.source}`, `${path}?proposition=${things.proposition}`];
  if (path === '/api/events') return [`${path}?after=0&wait=false`];
  if (path === '/api/assignments') return [path, `${path}?thing=${things.source}`];
  if (['/api/comments', '/api/readers', '/api/presence'].includes(path))
    return ['source', 'proposition', 'incident', 'link', 'claim', 'listings'].map(
      (one) => `${path}?thing=${[things[one as keyof SaidThings]].flat().join('~')}`,
    );
  if (path === '/api/alike') return [path, `${path}?proposition=${things.proposition}`];
  const id = path.includes('/captures/')
    ? things.capture
    : path.includes('/sources/')
      ? things.source
      : path.includes('/incidents/')
        ? things.incident
        : path.includes('/claims/')
          ? things.claim
          : things.proposition;
  return [path.replace('{id}', id)];
}

/** A change of a level's things, by route: what a browser would send. */
const CHANGES: Readonly<Record<string, (own: SaidThings, other: SaidThings) => readonly [string, unknown]>> =
  {
    'POST /api/captures/{id}/copies': (own) => [`/api/captures/${own.capture}/copies`, {}],
    'POST /api/sources/{id}/handlings': (own) => [
      `/api/sources/${own.source}/handlings`,
      { handling: 'sealed', reason: 'why not' },
    ],
    'POST /api/sources/{id}/redactions': (own) => [
      `/api/sources/${own.source}/redactions`,
      { capture: own.capture, passages: [{ start: 0, end: 3 }], reason: 'person' },
    ],
    'POST /api/claims': (own) => [
      '/api/claims',
      {
        capture: own.capture,
        inPlaceOf: [],
        reason: null,
        claims: [
          {
            spans: [{ start: 0, end: 3 }],
            stance: 'alleges',
            chain: [],
            proposition: { id: own.proposition },
            quantity: null,
            when: null,
            where: null,
          },
        ],
      },
    ],
    'POST /api/claims/decisions': (own) => [
      '/api/claims/decisions',
      { claims: [own.claim], decision: 'rejected', reason: 'why not' },
    ],
    'POST /api/propositions/joins': (own, other) => [
      '/api/propositions/joins',
      { from: [own.proposition], into: other.proposition, reason: 'one' },
    ],
    'POST /api/propositions/splits': (own) => [
      '/api/propositions/splits',
      { claims: [own.claim], text: 'Weavers were killed', reason: 'two' },
    ],
    'POST /api/propositions/undos': (own) => [
      '/api/propositions/undos',
      { proposition: own.proposition, reason: 'no' },
    ],
    'POST /api/propositions/wordings': (own) => [
      '/api/propositions/wordings',
      { proposition: own.proposition, text: 'Weavers were killed', lang: null, reason: 'plain' },
    ],
    'POST /api/apart': (own, other) => [
      '/api/apart',
      { pair: [own.proposition, other.proposition], apart: true, reason: 'two' },
    ],
    'POST /api/links/decisions': (own) => [
      '/api/links/decisions',
      { links: [own.link], decision: 'cut', reason: 'no' },
    ],
    'POST /api/voices/findings': (own, other) => [
      '/api/voices/findings',
      { relation: 'same', voices: [own.source, other.source], proposition: null, reason: 'one' },
    ],
    'POST /api/voices/findings/{id}/undo': (own) => [
      `/api/voices/findings/${own.finding}/undo`,
      { reason: 'no' },
    ],
    'POST /api/people/decisions': (own) => [
      '/api/people/decisions',
      { relation: 'different', a: own.listings[0], b: own.listings[1], reason: 'two' },
    ],
    'POST /api/people/decisions/{id}/undo': (own) => [
      `/api/people/decisions/${own.decision}/undo`,
      { reason: 'no' },
    ],
    'POST /api/incidents': (own) => [
      '/api/incidents',
      {
        id: null,
        title: 'A raid',
        kind: 'raid',
        when: null,
        clarity: 1,
        place: null,
        chain: [],
        propositions: [own.proposition],
        reason: 'one',
      },
    ],
    'POST /api/incidents/withdrawals': (own) => [
      '/api/incidents/withdrawals',
      { id: own.incident, reason: 'no' },
    ],
    'POST /api/assignments': (own) => [
      '/api/assignments',
      { thing: own.source, to: member, due: null, note: 'read it', version: 0 },
    ],
    'POST /api/assignments/ends': (own) => ['/api/assignments/ends', { thing: own.incident, version: 0 }],
    'POST /api/comments': (own) => ['/api/comments', { thing: own.claim, text: 'Is it so?', mentions: [] }],
    'POST /api/comments/{id}': (own) => [
      `/api/comments/${own.comment}`,
      { text: 'It is so.', mentions: [], version: 1 },
    ],
    'POST /api/comments/{id}/resolutions': (own) => [
      `/api/comments/${own.comment}/resolutions`,
      { settled: true, version: 1 },
    ],
    'POST /api/comments/{id}/withdrawals': (own) => [`/api/comments/${own.comment}/withdrawals`, {}],
    'POST /api/presence': (own) => ['/api/presence', { thing: own.proposition, editing: true }],
    'POST /api/places': (own) => [
      '/api/places',
      {
        id: null,
        kind: 'settlement',
        name: 'A place',
        country: null,
        latitude: null,
        longitude: null,
        precision: null,
        siteType: null,
        partOf: null,
        runBy: [{ actor: own.actor, claim: own.claim }],
        wordings: ['a place'],
        reason: 'told',
      },
    ],
  };

/** Changes that name nothing of the record, or things that bear no handling of their own; why they stand in no list above. */
const NAMELESS: Readonly<Record<string, string>> = {
  'PUT /api/session/by': 'given to nobody',
  'POST /api/people/linking/stop': 'stops work',
  'POST /api/persons/clearances': 'a person is named by name, and found in what the member may see alone',
  'POST /api/places/withdrawals': 'a place is internal, whatever source it was read in',
  'POST /api/custody/checkpoint': 'the head of the whole log',
  'POST /api/releases/drafts':
    'names propositions in a profile; an earlier state is read with the highest clearance alone',
  'POST /api/releases': 'the same',
  'POST /api/releases/{id}/approvals': 'names a release',
  'POST /api/verification': 'the whole record; its report is for who keeps and who audits',
  'POST /api/mentions/readings': 'one’s own',
  'POST /api/drafts': 'one’s own',
  'POST /api/drafts/drops': 'one’s own',
  'POST /api/searches': 'one’s own',
  'POST /api/searches/drops': 'one’s own',
};

test('every route has a rule and is found by its address, and no rule is for a route that is not there', () => {
  expect(every.map(({ key }) => key).sort()).toEqual(Object.keys(PERMISSIONS).sort());
  for (const { method, path, key } of every) {
    expect(routeAsked(method, path.replace(/\{\w+\}/gu, 'src_00000000000000000000000000'))).toBe(key);
    expect(ruleOf(key).door === true || key === 'PUT /api/session/by' || ruleOf(key).roles.length > 0).toBe(
      true,
    );
  }
  expect(routeAsked('GET', '/api/nothing')).toBeNull();
  expect(ruleOf('GET /api/nothing').roles).toEqual([]);
  expect(ruleOf('constructor').roles).toEqual([]);
});

test('every change is tried with the things of each level, or says why it names none', () => {
  const changes = every.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/team/'));
  expect(changes.map(({ key }) => key).sort()).toEqual(
    [...Object.keys(CHANGES), ...Object.keys(NAMELESS)].sort(),
  );
});

test('without a session, and with a guessed one, every route but the door answers 401', async () => {
  const { ask } = await open();
  for (const { method, path, key } of every) {
    const address = path.replace(/\{\w+\}/gu, 'src_00000000000000000000000000');
    for (const cookie of [null, '__Host-onrecord=guessed', `__Host-onrecord=${'a'.repeat(43)}`]) {
      const { status } = await ask(cookie, method, address);
      // What else one may sign in by, and the question for a passkey, are for everybody; the other ways in take no empty body.
      if (method === 'GET' ? ruleOf(key).door === true : key === 'POST /api/team/passkeys/questions')
        expect(status, key).toBe(200);
      else if (ruleOf(key).door === true) expect(status, key).toBe(400);
      else expect(status, key).toBe(401);
    }
  }
});

describe('reading', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  const reads = every.filter(({ method }) => method === 'GET');
  test.each(reads)('$path', async ({ path, key }) => {
    const found = new Set<string>();
    for (const role of ROLES)
      for (const clearance of HANDLINGS) {
        // Who saw what is told by ids, to who audits it.
        const audits = path.startsWith('/api/team/accesses');
        const secrets = audits ? above(clearance).map((one) => WORDS[one]) : secretsAbove(opened, clearance);
        for (const level of HANDLINGS)
          for (const address of addresses(path, opened.things[level])) {
            const { status, text } = await opened.ask(opened.cookieOf(role, clearance), 'GET', address);
            const where = `${role} ${clearance}: ${address} ${status}`;
            if (!mayAsk([role], key) && ruleOf(key).door !== true) expect(status, where).toBe(404);
            else if (path.includes('{id}') && above(clearance).includes(level))
              expect(status, where).toBe(404);
            else if (status !== 200) expect([404, 409, 500], where).toContain(status);
            // What was asked for may come back as the subject of "not found".
            const told = status === 404 ? text.replaceAll(/"(message|subject)":"[^"]*"/gu, '') : text;
            for (const secret of secrets) {
              if (status === 200 && address.includes(secret.toLowerCase()) && path.includes('{key}'))
                continue;
              expect(told.includes(secret), `${where} holds ${secret}`).toBe(false);
            }
            if (status === 200) for (const one of HANDLINGS) if (text.includes(WORDS[one])) found.add(one);
          }
      }
    if (SHOWS_ALL.has(path))
      expect([...found].sort(), 'and who may see it sees it').toEqual([...HANDLINGS].sort());
  });
});

/** Reading routes that must show each level's word to who may see it: so that the test above looks at answers that hold something. */
const SHOWS_ALL: ReadonlySet<string> = new Set([
  '/api/sources',
  '/api/sources/{id}',
  '/api/sources/{id}/claims',
  '/api/captures/{id}/text',
  '/api/captures/{id}/original',
  '/api/claims',
  '/api/propositions',
  '/api/propositions/{id}',
  '/api/positions',
  '/api/propositions/{id}/origins',
  '/api/people/lists',
  '/api/people/decisions',
  '/api/places',
  '/api/incidents/{id}',
  '/api/search',
  '/api/search/claims',
  '/api/search/names',
  '/api/actors',
  '/api/timeline',
  '/api/tolls',
  '/api/tolls/{id}',
  '/api/log',
  '/api/comments',
  '/api/assignments',
]);

describe('changing what one may not see', () => {
  test.each(Object.entries(CHANGES))('%s', async (key, change) => {
    const opened = await open();
    const { desk, things, ask, cookieOf } = opened;
    const roles = ruleOf(key).roles;
    for (const role of ROLES)
      for (const clearance of HANDLINGS)
        for (const level of HANDLINGS) {
          const [path, body] = change(things[level], things.public);
          const before = (await desk.store.head())?.seq;
          const { status, text } = await ask(cookieOf(role, clearance), key.split(' ')[0] ?? '', path, {
            body,
          });
          const where = `${role} ${clearance} on ${level}: ${status} ${text.slice(0, 120)}`;
          const unseen = above(clearance).includes(level);
          if (!roles.includes(role)) expect(status, where).toBe(403);
          else if (unseen) expect(status, where).toBe(404);
          else expect(status, where).not.toBe(500);
          if (!roles.includes(role) || unseen)
            expect((await desk.store.head())?.seq, `${where}: nothing is written`).toBe(before);
          if (unseen) expect(text).not.toContain(WORDS[level]);
        }
  });
});

test('a change that is allowed goes through, in the member’s name and no other', async () => {
  const { desk, things, ask, cookieOf } = await open();
  const decide = { claims: [things.internal.claim], decision: 'rejected', reason: 'no' };
  const { status } = await ask(cookieOf('reviewer', 'internal'), 'POST', '/api/claims/decisions', {
    body: decide,
  });
  expect(status).toBe(200);
  expect(await desk.store.head()).toMatchObject({ action: 'claim-reviewed', agent: 'reviewer internal' });
  const renamed = await ask(cookieOf('reviewer', 'internal'), 'PUT', '/api/session/by', {
    body: { by: 'Oren' },
  });
  expect(renamed.status).toBe(403);
});

test('a beginning of an id asks for nothing', async () => {
  const { things, ask, cookieOf } = await open();
  for (const path of [
    `/api/captures/${things.internal.capture.slice(0, 12)}/text`,
    '/api/sources/src_',
    '/api/sources/0',
  ])
    expect((await ask(cookieOf('reader', 'sealed'), 'GET', path)).status).toBe(404);
});

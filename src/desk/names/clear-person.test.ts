import { expect, test } from 'vitest';
import { memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import { covered } from '../../dossier/release/name-cover.ts';
import { type ClearanceOrder, clearPerson, listPersons } from './clear-person.ts';
import { knownPersons } from './known-persons.ts';
import { coverMade, openCover } from './open-cover.ts';

const BY = { by: 'A. Archivist', reason: 'The person agreed.' };

async function filledDesk() {
  const b = new RecordBuilder();
  b.actor('Oren Tasch', 'person');
  b.actor('governor of Kessar', 'person');
  b.actor('Interior Guard', 'public-body');
  const source = b.source({ publisher: null, text: 'Ilin Dovar was killed.' });
  const about = b.proposition({ text: 'Ilin Dovar killed', scope: { group: 'Ilin Dovar' } });
  b.claim({
    source,
    proposition: about,
    stance: 'alleges',
    words: 'Ilin Dovar was killed',
    status: 'proposed',
  });
  const desk = memoryDesk();
  const [capture] = b.captures.values();
  const [from] = b.sources.values();
  if (capture === undefined || from === undefined) throw new Error('the builder changed');
  const at = '2031-05-01T12:00:00.000Z';
  await desk.store.append([
    {
      at,
      agent: 'A',
      subject: from.id,
      body: { action: 'source-captured', source: from, capture, actors: [...b.actors.values()] },
      bytes: new Uint8Array([1]),
    },
    {
      at,
      agent: 'A',
      subject: capture.id,
      body: {
        action: 'claims-proposed',
        capture: capture.id,
        extractor: null,
        actors: [],
        propositions: [...b.propositions.values()],
        claims: [...b.claims.values()],
      },
    },
  ]);
  return desk;
}

async function shown(desk: Awaited<ReturnType<typeof filledDesk>>, words: string): Promise<string> {
  const [actors, propositions, claims] = await Promise.all([
    desk.store.actors(),
    desk.store.propositions(),
    desk.store.claims(),
  ]);
  const record = {
    actors: new Map(actors.map((one) => [one.id, one])),
    propositions: new Map(propositions.map((one) => [one.id, one])),
    claims: new Map(claims.map((one) => [one.id, one])),
  };
  return covered(await openCover(desk, record, null), words);
}

test('nobody is cleared from the start; a role and a body are nobody’s name', async () => {
  const desk = await filledDesk();
  expect((await listPersons(desk)).map(({ name, cleared }) => [name, cleared])).toEqual([
    ['Oren Tasch', false],
    ['Ilin Dovar', false],
  ]);
  expect(await shown(desk, 'The governor of Kessar and the Interior Guard')).toBe(
    'The governor of Kessar and the Interior Guard',
  );
});

test.each([
  ['an actor by name', 'oren tasch', 'Oren Tasch spoke', 'actor'],
  ['a victim by name, whom the log then knows by a keyed hash', 'Ilin Dovar', 'Ilin Dovar died', 'name'],
])('clears %s and takes it back; pseudonyms stay', async (_, person, words, kind) => {
  const desk = await filledDesk();
  const decided = await clearPerson(desk, { person, cleared: true, ...BY });
  expect(await shown(desk, words)).toBe(words);
  const logged = desk.entries.findLast(({ body }) => body.action === 'person-cleared');
  expect(logged?.body).toMatchObject({ person: { kind }, reason: BY.reason });
  if (kind === 'name') expect(JSON.stringify(logged?.body)).not.toMatch(/dovar/i);
  await expect(clearPerson(desk, { person, cleared: true, ...BY })).rejects.toMatchObject({
    code: 'bad-usage',
  });
  // The pseudonym, too, says who is meant.
  const back = await clearPerson(desk, { person: decided.pseudonym, cleared: false, ...BY });
  expect(back.pseudonym).toBe(decided.pseudonym);
  expect(await shown(desk, words)).toContain(`[${decided.pseudonym}]`);
});

test.each<[string, Partial<ClearanceOrder>, string]>([
  ['without a reason', { reason: ' ' }, 'bad-usage'],
  ['in nobody’s name', { by: null }, 'bad-usage'],
  ['for somebody unknown', { person: 'Nobody Known' }, 'not-found'],
  ['for an institution', { person: 'Interior Guard' }, 'not-found'],
  ['twice withdrawn', { cleared: false }, 'bad-usage'],
])('nothing is decided %s', async (_, wrong, code) => {
  const desk = await filledDesk();
  const before = desk.entries.filter(({ body }) => body.action !== 'settings-changed').length;
  await expect(
    clearPerson(desk, { person: 'Oren Tasch', cleared: true, ...BY, ...wrong }),
  ).rejects.toMatchObject({ code });
  expect(desk.entries.filter(({ body }) => body.action !== 'settings-changed')).toHaveLength(before);
});

test('a drawing that is handed on hides names as a dossier does', async () => {
  const desk = await filledDesk();
  const made = await coverMade(desk, { title: 'Ilin Dovar', trees: [{ name: 'Oren Tasch', n: 2 }] }, 'A');
  expect(JSON.stringify(made)).not.toMatch(/dovar|tasch/i);
  expect(made.trees[0]?.n).toBe(2);
  // The key is kept: the next drawing calls them the same.
  expect(await coverMade(desk, made.title, 'A')).toBe(made.title);
  expect((await coverMade(desk, { title: 'Ilin Dovar' }, 'A')).title).toBe(made.title);
});

test('of two actors of one name both must be cleared; people on lists are hidden by their whole names', () => {
  const b = new RecordBuilder();
  const first = b.actor('Oren Tasch', 'person');
  const second = b.actor('oren tasch', 'person');
  const [both, listed] = knownPersons(b, [['Ana Belik', 'Belik Ana']]);
  expect(both?.actors).toEqual([first, second]);
  expect(listed).toMatchObject({ name: 'Ana Belik', whole: true });
});

test('a campaign of states, bodies and outlets names no person', () => {
  expect(knownPersons(kessarCampaign(), [])).toEqual([]);
});

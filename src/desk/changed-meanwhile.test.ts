/** Two people at one thing: the second is told what the first did, nothing is stored twice, and nothing of either is lost unseen. */
import { expect, test } from 'vitest';
import { countingIds, memoryDesk } from '../../test/fixtures/desk/memory-desk.ts';
import { linkedRecord } from '../storage/contract/sample-links.ts';
import { reviewed, sampleId } from '../storage/contract/sample-record.ts';
import { decideLinks } from './decide-link.ts';
import { OnRecordError } from './desk.ts';
import { heldIncidents } from './incidents/held-incidents.ts';
import { recordIncident, withdrawIncident } from './incidents/record-incident.ts';
import { type ReviewOrder, reviewClaims } from './review-claim.ts';
import { rewordProposition } from './reword-proposition.ts';

const CLAIM = sampleId('claim', 2);
const PROPOSITION = sampleId('proposition', 1);

async function openDesk() {
  const desk = memoryDesk({ newId: countingIds() });
  await desk.store.append([...linkedRecord(), reviewed(2, 'reopened')]);
  return desk;
}

const deciding = (changes: Partial<ReviewOrder>): ReviewOrder => ({
  decision: 'accepted',
  claims: [CLAIM],
  allThatFit: null,
  by: 'Mira',
  reason: null,
  seen: { [CLAIM]: 'proposed' },
  ...changes,
});

const refusal = (done: string) => ({
  code: 'changed-meanwhile',
  message: expect.stringContaining(done),
});

test('the second decision on a claim is told the first; the same one again is told, and not doubled', async () => {
  const desk = await openDesk();
  await reviewClaims(desk, deciding({ by: 'Oren' }));
  const head = (await desk.store.head())?.seq;
  const other = deciding({ decision: 'rejected', reason: 'another number' });
  await expect(reviewClaims(desk, other)).rejects.toMatchObject({
    ...refusal('Oren accepted this claim on 2031-05-01 at 12:00 UTC.'),
    subject: CLAIM,
    faults: [{ path: CLAIM }],
  });
  expect(await reviewClaims(desk, deciding({}))).toMatchObject({
    decided: [],
    unchanged: [CLAIM],
    first: [{ claim: CLAIM, by: 'Oren', reason: null }],
  });
  expect((await desk.store.head())?.seq).toBe(head);
  // Having seen it, she may decide otherwise.
  const seen = { [CLAIM]: 'accepted' } as const;
  expect((await reviewClaims(desk, { ...other, seen })).decided).toEqual([CLAIM]);
});

test('of two decisions at the very same moment one is told so, whatever was handed in', async () => {
  for (const [second, outcome] of [
    ['accepted', 'first'],
    ['rejected', 'refused'],
  ] as const) {
    const desk = await openDesk();
    const { append } = desk.store;
    let first = true;
    // Oren's comes between what Mira's reads and what it writes.
    desk.store.append = async (entries) => {
      if (first) {
        first = false;
        await reviewClaims({ ...desk, store: { ...desk.store, append } }, deciding({ by: 'Oren' }));
      }
      return append(entries);
    };
    const hers = deciding({ decision: second, reason: 'a reason', seen: undefined });
    if (outcome === 'first')
      expect(await reviewClaims(desk, hers)).toMatchObject({ decided: [], first: [{ by: 'Oren' }] });
    else await expect(reviewClaims(desk, hers)).rejects.toMatchObject(refusal('Oren accepted this claim'));
    expect(
      (await desk.store.claim(CLAIM))?.reviews.filter(({ decision }) => decision !== 'reopened'),
    ).toEqual([expect.objectContaining({ by: 'Oren', decision: 'accepted' })]);
  }
});

test('links, wordings and incidents: the second is told who, and nothing of theirs is overwritten', async () => {
  const desk = await openDesk();
  const link = sampleId('link', 1);
  const why = 'as the text says';
  const now = (await desk.store.link(link))?.status ?? 'proposed';
  await decideLinks(desk, { links: [link], decision: 'cut', by: 'Oren', reason: why, seen: now });
  await expect(
    decideLinks(desk, { links: [link], decision: 'confirmed', by: 'Mira', reason: why, seen: now }),
  ).rejects.toMatchObject(refusal('Oren cut this link'));

  const seen = (await desk.store.proposition(PROPOSITION))?.text;
  const reword = (text: string, by: string, saw = seen) =>
    rewordProposition(desk, { proposition: PROPOSITION, text, lang: null, by, reason: why, seen: saw });
  await reword('weavers killed near the mill', 'Oren');
  await expect(reword('women killed near the mill', 'Mira')).rejects.toMatchObject(
    refusal('Oren worded it anew'),
  );
  expect((await desk.store.proposition(PROPOSITION))?.text).toBe('weavers killed near the mill');
  await reword('women weavers killed near the mill', 'Mira', 'weavers killed near the mill');

  const order = (title: string, by: string) => ({
    fields: { title, kind: 'raid', when: null, clarity: 1 as const },
    place: null,
    chain: [],
    propositions: [PROPOSITION],
    reason: why,
    by,
  });
  const id = await recordIncident(desk, { id: null, ...order('Raid on Orsa', 'Mira') });
  const version = (await heldIncidents(desk))[0]?.history.at(-1)?.seq;
  await recordIncident(desk, { id, ...order('Raid near Orsa', 'Oren'), seen: version });
  for (const late of [
    () => recordIncident(desk, { id, ...order('Raid on Upper Orsa', 'Mira'), seen: version }),
    () => withdrawIncident(desk, { id, by: 'Mira', reason: why, seen: version }),
  ])
    await expect(late()).rejects.toMatchObject(refusal('Oren changed this incident'));
  expect((await heldIncidents(desk))[0]?.incident.title).toBe('Raid near Orsa');
});

test('an incident is recorded although somebody else writes something all the time', async () => {
  const desk = await openDesk();
  const { append } = desk.store;
  let busy = 3;
  desk.store.append = (entries) => {
    if (busy === 0) return append(entries);
    busy -= 1;
    return Promise.reject(new OnRecordError('vault-busy', 'Something was written meanwhile.'));
  };
  const id = await recordIncident(desk, {
    id: null,
    fields: { title: 'Raid on Orsa', kind: 'raid', when: null, clarity: 1 },
    place: null,
    chain: [],
    propositions: [PROPOSITION],
    by: 'Mira',
    reason: 'one raid',
  });
  expect((await heldIncidents(desk)).map(({ incident }) => incident.id)).toEqual([id]);
});

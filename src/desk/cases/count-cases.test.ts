/** Counts from cases: what stands where, who may sign, what a second release may not open, and what a store could try. */
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import { disclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';
import { caseOf } from '../../record/case/case.cases.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import type { Answer } from '../../record/proposition.ts';
import { countsWorkHere } from '../disclosure/counts-work-here.ts';
import type { CountsWork } from '../ports/counts-work.ts';
import type { CaseDesk } from './case-desk.ts';
import { caseRows } from './case-rows.ts';
import { addMember, removeMember } from './change-members.ts';
import {
  type CountOrder,
  listCaseCounts,
  lookAtCounts,
  prepareCaseCounts,
  signCaseCounts,
} from './count-cases.ts';
import { typedLabels } from './count-labels.ts';
import { createCompartment } from './create-compartment.ts';
import { dropCounts, eraseCase } from './erase-case.ts';
import { caseVault, memberOn, refusal } from './fixtures/case-vault.ts';
import { type OpenCompartment, openCompartment } from './open-compartment.ts';
import { caseEntry } from './save-case.ts';
import { jsonBytes, sealedEntry } from './sealed-content.ts';

let work: CountsWork;
beforeAll(async () => {
  work = countsWorkHere(await openLinearSolver());
});

const ORDER: CountOrder = {
  axes: ['state', 'answer'],
  unit: null,
  period: 'year',
  groups: [],
  rule: disclosureRule(),
};
const TAVRIA = 'Embassy of Tavria';

async function addCases(desk: CaseDesk, room: OpenCompartment, to: string, answer: Answer, many: number) {
  const [first] = caseOf().applications;
  if (first === undefined) throw new Error('the sample case has an application');
  const isOpen = answer === 'pending' || answer === 'silent';
  const application = {
    ...first,
    to,
    answer,
    answeredAt: isOpen ? null : first.answeredAt,
    reason: isOpen ? null : first.reason,
  };
  const made = Array.from({ length: many }, () =>
    caseEntry(desk, room, caseOf({ id: desk.newId('case'), documents: [], applications: [application] }), 0),
  );
  await desk.store.append(made);
}

/** Omar and Lena with 3 + 21 + 17 applications to one authority, and 14 + 9 + 26 to another. */
async function twoMembers() {
  const vault = await caseVault();
  const [omars, lenas] = [vault.machine('omar'), vault.machine('lena')];
  const [omar, lena] = [await memberOn(omars, 'omar'), await memberOn(lenas, 'lena')];
  await createCompartment(omars, omar.me, 'North');
  const first = await openCompartment(omars, omar.me, null);
  await addMember(omars, first, { name: 'lena', fingerprint: lena.introduced.fingerprint, role: 'admin' });
  const room = await openCompartment(omars, omar.me, null);
  const hers = await openCompartment(lenas, lena.me, null);
  for (const [to, numbers] of [
    [TAVRIA, [3, 21, 17]],
    ['Embassy of Corland', [14, 9, 26]],
  ] as const) {
    await addCases(omars, room, to, 'granted', numbers[0]);
    await addCases(omars, room, to, 'refused', numbers[1]);
    await addCases(omars, room, to, 'silent', numbers[2]);
  }
  return { vault, omars, lenas, omar, lena, room, hers };
}

/** The same desk over a log in which released counts look otherwise. */
function lying(desk: CaseDesk, change: (entries: readonly LogEntry[]) => readonly LogEntry[]): CaseDesk {
  const { store } = desk;
  return {
    ...desk,
    store: {
      ...store,
      entriesWith: async (action) => {
        const entries = await store.entriesWith(action);
        return action === 'counts-released' ? change(entries) : entries;
      },
    },
  };
}

test('what waits is sealed; the preparer cannot sign; a second member can, and it stands in the log without few', async () => {
  const { vault, omars, lenas, room, hers } = await twoMembers();
  const { release, prepared } = await prepareCaseCounts(omars, room, ORDER, work);
  expect(prepared.attack.recovered).toBe(0);
  expect((await vault.bytes()).includes(TAVRIA)).toBe(false);
  expect(room.reads.map(({ kind }) => kind)).toContain('list');
  expect(await listCaseCounts(lenas, hers)).toMatchObject({ waiting: [{ id: release.id }], released: [] });
  expect(await refusal(signCaseCounts(omars, room, release.id, work))).toMatchObject({ code: 'bad-usage' });
  expect(await omars.store.entriesWith('counts-released')).toEqual([]);
  const seen = await lookAtCounts(lenas, hers, release.id.slice(0, 8), work);
  expect(seen.release).toEqual(release);
  const { release: signed } = await signCaseCounts(lenas, hers, release.id, work);
  expect(signed).toMatchObject({ preparedBy: 'omar', signedOffBy: 'lena' });
  const [entry] = await omars.store.entriesWith('counts-released');
  expect(entry).toMatchObject({ agent: 'lena', subject: room.id });
  const published = JSON.stringify(entry?.body);
  expect(published).toContain(TAVRIA);
  expect(signed.tables[0]?.cells).not.toContain(3);
  for (const word of ['Heron', 'insulin', 'quota', 'cas_']) expect(published).not.toContain(word);
  expect(await listCaseCounts(omars, room)).toEqual({ waiting: [], released: [signed] });
  expect(await refusal(signCaseCounts(lenas, hers, release.id, work))).toMatchObject({ code: 'bad-usage' });
  expect(await omars.store.check()).toEqual([]);
});

test('a newcomer between two releases does not show; what was overtaken is prepared anew', async () => {
  const { vault, omars, lenas, room, hers } = await twoMembers();
  const first = await prepareCaseCounts(omars, room, ORDER, work);
  const other = await prepareCaseCounts(omars, room, { ...ORDER, axes: ['answer'] }, work);
  await signCaseCounts(lenas, hers, first.release.id, work);
  expect(await refusal(signCaseCounts(lenas, hers, other.release.id, work))).toMatchObject({
    code: 'verify-failed',
    message: expect.stringContaining('prepared anew'),
  });
  vault.now = new Date('2026-12-15T09:00:00Z');
  await addCases(omars, room, TAVRIA, 'refused', 1);
  const second = await prepareCaseCounts(omars, room, ORDER, work);
  expect(second.prepared.attack.changes.filter(({ low, high }) => low === high && low !== 0)).toEqual([]);
  const { attack } = await signCaseCounts(lenas, hers, second.release.id, work);
  expect(attack.recovered).toBe(0);
  expect((await listCaseCounts(omars, room)).released.map(({ id }) => id)).toEqual([
    first.release.id,
    second.release.id,
  ]);
});

test('a clock that is behind mixes no days up; a removal and a new key leave all counts readable', async () => {
  const { vault, omars, lenas, omar, room, hers } = await twoMembers();
  const { release } = await prepareCaseCounts(lenas, hers, ORDER, work);
  await signCaseCounts(omars, room, release.id, work);
  vault.now = new Date('2026-01-01T09:00:00Z');
  const late = await prepareCaseCounts(omars, room, ORDER, work);
  expect(late.release.tables[0]?.asOf).toBe('2026-11-30');
  await removeMember(omars, room, 'lena');
  const again = await openCompartment(omars, omar.me, null);
  expect((await listCaseCounts(omars, again)).released).toHaveLength(1);
  expect(await refusal(listCaseCounts(lenas, hers))).toMatchObject({ code: expect.stringMatching(/./) });
});

test('counts that were taken away, put in or signed by nobody stop everything', async () => {
  const { omars, lenas, room, hers } = await twoMembers();
  const { release } = await prepareCaseCounts(omars, room, ORDER, work);
  await signCaseCounts(lenas, hers, release.id, work);
  const changed = (change: (text: string) => string) =>
    lying(omars, (entries) =>
      entries.map((entry) =>
        entry.body?.action === 'counts-released'
          ? { ...entry, body: { ...entry.body, release: change(entry.body.release) } }
          : entry,
      ),
    );
  const tries = [
    lying(omars, () => []),
    lying(omars, (entries) => [...entries, ...entries]),
    changed((text) => text.replace('"signedOffBy":"lena"', '"signedOffBy":"mira"')),
    changed((text) => text.replace(/"cells":\[(?:null|\d+)/u, '"cells":[999')),
    changed((text) => text.replace('"preparedBy":"omar"', '"preparedBy":"nobody"')),
  ];
  for (const [at, desk] of tries.entries())
    expect(await refusal(prepareCaseCounts(desk, room, ORDER, work)), String(at)).toMatchObject({
      code: 'verify-failed',
    });
});

test('prepared counts can be dropped, also those that do not open and stop the others; released ones stay in the log', async () => {
  const { omars, lenas, room, hers } = await twoMembers();
  const { release } = await prepareCaseCounts(omars, room, ORDER, work);
  await signCaseCounts(lenas, hers, release.id, work);
  const bad = omars.newId('counts');
  await omars.store.append([sealedEntry(omars, room, { id: bad, version: 1, content: jsonBytes({}) })]);
  expect(await refusal(listCaseCounts(lenas, hers))).toMatchObject({ code: 'damaged' });
  expect(await dropCounts(lenas, hers, bad)).toBe(bad);
  expect(await refusal(dropCounts(lenas, hers, bad))).toMatchObject({ code: 'not-found' });
  await dropCounts(omars, room, release.id);
  expect((await listCaseCounts(lenas, hers)).released.map(({ id }) => id)).toEqual([release.id]);
  expect(await omars.store.check()).toEqual([]);
});

test('one member cannot be both, under any name', async () => {
  const { omars, room } = await twoMembers();
  const other = { ...room, me: { ...room.me, name: 'lena' } };
  const { release } = await prepareCaseCounts(omars, room, ORDER, work);
  expect(await refusal(signCaseCounts(omars, other, release.id, work))).toMatchObject({
    code: 'verify-failed',
  });
  expect(await omars.store.entriesWith('counts-released')).toEqual([]);
});

test('cases are counted once; several applications in several cells are refused; erased cases are not counted', async () => {
  const { omars, room } = await twoMembers();
  const risk: CountOrder = { ...ORDER, axes: ['risk'] };
  const { release } = await prepareCaseCounts(omars, room, risk, work);
  expect(release.tables[0]).toMatchObject({ population: 'cases' });
  const [one] = caseOf().applications;
  const both = caseOf({
    id: omars.newId('case'),
    documents: [],
    applications: one === undefined ? [] : [one, { ...one, to: 'B' }],
  });
  await omars.store.append([caseEntry(omars, room, both, 0)]);
  const byState: CountOrder = { ...ORDER, axes: ['state'], unit: 'cases' };
  expect(await refusal(prepareCaseCounts(omars, room, byState, work))).toMatchObject({ code: 'bad-usage' });
  await eraseCase(omars, room, both.id, null);
  const after = await prepareCaseCounts(omars, room, byState, work);
  expect(after.release.tables[0]?.axes[0]?.labels).toEqual(['Embassy of Corland', TAVRIA, 'all']);
});

test('rows hold codes; a date that may lie in two periods lies in none', () => {
  const [one] = caseOf().applications;
  if (one === undefined) throw new Error('the sample case has an application');
  const of = (askedAt: string | null) =>
    caseRows(
      [caseOf({ applications: [{ ...one, askedAt, answeredAt: null, answer: 'pending', reason: null }] })],
      'cases',
      'quarter',
    )[0];
  expect(of('2026-10-05')).toEqual({
    person: caseOf().id,
    state: TAVRIA,
    kind: 'visa',
    answer: 'pending',
    period: '2026-Q4',
    risk: 'high',
  });
  expect(of('2026-11')?.period).toBe('2026-Q4');
  expect(of('2026')?.period).toBe('unknown');
  expect(of(null)?.period).toBe('unknown');
  expect(caseRows([caseOf({ applications: [] })], 'applications', 'year')).toEqual([]);
  expect(caseRows([caseOf({ applications: [] })], 'cases', 'year')).toMatchObject([{ state: 'none' }]);
});

test('a group is shown as a sum of its own; one that no axis holds is refused with all of them named', async () => {
  const { omars, room } = await twoMembers();
  const north = { whole: 'the north', parts: [TAVRIA, 'Embassy of Corland'] };
  const { release, prepared } = await prepareCaseCounts(omars, room, { ...ORDER, groups: [north] }, work);
  expect(release.tables[0]?.axes[0]).toMatchObject({
    name: 'state',
    labels: expect.arrayContaining(['the north']),
  });
  expect(prepared.attack.recovered).toBe(0);
  expect(typedLabels(release)).toEqual(['Embassy of Corland', TAVRIA, 'the north']);
  const wrong = [
    north,
    { whole: 'east', parts: [TAVRIA, 'Embassy of Nowhere'] },
    { whole: 'all', parts: [TAVRIA] },
  ];
  expect(await refusal(prepareCaseCounts(omars, room, { ...ORDER, groups: wrong }, work))).toMatchObject({
    code: 'bad-usage',
    faults: [{ path: 'groups[1]' }, { path: 'groups[2]' }],
  });
});

test.each([
  ['a pseudonym', () => `Friends of  HERÓN at the weir`.replace('Ó', 'o')],
  ['an id', (id: string) => `Embassy (${id.slice(0, 12)})`],
])('a label that holds %s is refused, and the words are not told', async (_, label) => {
  const { omars, room } = await twoMembers();
  const id = omars.newId('case');
  const [first] = caseOf().applications;
  if (first === undefined) throw new Error('the sample case has an application');
  const to = label(id);
  const one = caseOf({ id, pseudonym: 'Heron', documents: [], applications: [{ ...first, to }] });
  await omars.store.append([caseEntry(omars, room, one, 0)]);
  const error = await refusal(prepareCaseCounts(omars, room, ORDER, work));
  expect(error).toMatchObject({ code: 'bad-usage', faults: [{ path: `${id}.applications[0].to` }] });
  expect(JSON.stringify([error.message, error.faults])).not.toContain('weir');
  const groups = [{ whole: to, parts: ['granted', 'refused'] }];
  const order = { ...ORDER, axes: ['answer'] as const, groups };
  expect((await refusal(prepareCaseCounts(omars, room, order, work))).faults).toMatchObject([
    { path: 'groups[0]' },
  ]);
  expect((await listCaseCounts(omars, room)).waiting).toEqual([]);
});

test('a pseudonym that was given after the counts were prepared: the second member cannot sign them', async () => {
  const { omars, lenas, room, hers } = await twoMembers();
  const { release } = await prepareCaseCounts(omars, room, ORDER, work);
  const one = caseOf({ id: omars.newId('case'), pseudonym: 'Tavria', documents: [], applications: [] });
  await omars.store.append([caseEntry(omars, room, one, 0)]);
  expect(await refusal(signCaseCounts(lenas, hers, release.id, work))).toMatchObject({
    code: 'bad-usage',
    faults: [{ path: 'labels[1]' }],
  });
  expect((await listCaseCounts(lenas, hers)).released).toEqual([]);
});

/** Released counts for a publication: what is handed on, and every way in which a log could lie about them. */
import { beforeAll, expect, test } from 'vitest';
import { openLinearSolver } from '../../engine/linear/open-linear-solver.ts';
import { disclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';
import { caseOf } from '../../record/case/case.cases.ts';
import type { CountsReleased } from '../../record/changes/of-compartments.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { addMember } from '../cases/change-members.ts';
import { prepareCaseCounts, signCaseCounts } from '../cases/count-cases.ts';
import { createCompartment } from '../cases/create-compartment.ts';
import { caseVault, memberOn, refusal } from '../cases/fixtures/case-vault.ts';
import { openCompartment } from '../cases/open-compartment.ts';
import { caseEntry } from '../cases/save-case.ts';
import type { Desk } from '../desk.ts';
import { countsWorkHere } from '../disclosure/counts-work-here.ts';
import type { CountsWork } from '../ports/counts-work.ts';
import { releasedCounts } from './released-counts.ts';

let work: CountsWork;
beforeAll(async () => {
  work = countsWorkHere(await openLinearSolver());
});

async function released() {
  const vault = await caseVault();
  const [omars, lenas] = [vault.machine('omar'), vault.machine('lena')];
  const [omar, lena] = [await memberOn(omars, 'omar'), await memberOn(lenas, 'lena')];
  await createCompartment(omars, omar.me, 'North');
  const { fingerprint } = lena.introduced;
  await addMember(omars, await openCompartment(omars, omar.me, null), {
    name: 'lena',
    fingerprint,
    role: 'admin',
  });
  const room = await openCompartment(omars, omar.me, null);
  const hers = await openCompartment(lenas, lena.me, null);
  const [first] = caseOf().applications;
  if (first === undefined) throw new Error('the sample case has an application');
  for (const [to, numbers] of [
    ['Embassy of Tavria', [3, 21]],
    ['Embassy of Corland', [14, 9]],
  ] as const)
    for (const [turn, answer] of (['granted', 'refused'] as const).entries())
      await omars.store.append(
        Array.from({ length: numbers[turn] ?? 0 }, () =>
          caseEntry(
            omars,
            room,
            caseOf({ id: omars.newId('case'), documents: [], applications: [{ ...first, to, answer }] }),
            0,
          ),
        ),
      );
  const order = {
    axes: ['state', 'answer'],
    unit: null,
    period: 'year',
    groups: [],
    rule: disclosureRule(),
  } as const;
  const { release } = await prepareCaseCounts(omars, room, order, work);
  const waiting = await prepareCaseCounts(omars, room, { ...order, axes: ['answer'] }, work);
  await signCaseCounts(lenas, hers, release.id, work);
  return { store: omars.store, release, waiting: waiting.release };
}

/** The same store over a log in which released counts look otherwise. */
function lying(
  store: Desk['store'],
  change: (body: CountsReleased) => readonly CountsReleased[],
): Desk['store'] {
  return {
    ...store,
    entriesWith: async (action) => {
      const entries = await store.entriesWith(action);
      return entries.flatMap((entry): readonly LogEntry[] =>
        entry.body?.action === 'counts-released'
          ? change(entry.body).map((body) => ({ ...entry, body }))
          : [entry],
      );
    },
  };
}

test('it is handed on as it was signed, without the names of members and without a withheld value', async () => {
  const { store, release } = await released();
  const [one] = await releasedCounts(store, [release.id.slice(0, 10)]);
  expect(one).toMatchObject({ id: release.id, tables: release.tables, rule: release.rule });
  expect(Object.keys(one ?? {}).sort()).toEqual(['id', 'releasedAt', 'rule', 'tables']);
  expect(one?.tables[0]?.cells.filter((cell) => cell === null).length).toBeGreaterThan(1);
  expect(JSON.stringify(one)).not.toMatch(/omar|lena|cas_|cmp_/u);
});

test('what nobody else signed, what is unknown, and what is asked for twice', async () => {
  const { store, release, waiting } = await released();
  for (const asked of [waiting.id, 'cnt_00000000', '', 'nothing'])
    expect(await refusal(releasedCounts(store, [asked])), asked).toMatchObject({ code: 'not-found' });
  expect(await refusal(releasedCounts(store, [release.id, release.id.slice(0, 9)]))).toMatchObject({
    code: 'bad-usage',
  });
});

test('a changed number, another signature, a release without a second member, and an entry put in twice', async () => {
  const { store, release } = await released();
  const text = (body: CountsReleased) => JSON.parse(body.release) as Record<string, unknown>;
  const lies: readonly ((body: CountsReleased) => readonly CountsReleased[])[] = [
    (body) => [{ ...body, release: body.release.replace('Embassy of Tavria', 'Embassy of Borland') }],
    (body) => [{ ...body, signatures: { ...body.signatures, signedOff: body.signatures.prepared } }],
    (body) => [{ ...body, release: JSON.stringify({ ...text(body), signedOffBy: 'omar' }) }],
    (body) => [{ ...body, release: JSON.stringify({ ...text(body), signedOffBy: null, signedOffAt: null }) }],
    (body) => [body, body],
  ];
  for (const [at, lie] of lies.entries())
    expect(await refusal(releasedCounts(lying(store, lie), [release.id])), String(at)).toMatchObject({
      code: expect.stringMatching(/verify-failed|damaged/u),
    });
});

/** Claims with links and findings: what the worked cases of the record's own entities come to. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findingOf, linkOf } from '../../record/entities.cases.ts';
import type { LinkId } from '../../record/id.ts';
import type { Link, LinkTarget } from '../../record/link.ts';
import type { Utterance } from '../../record/utterance.ts';
import type { FoundVoice, VoiceFinding } from '../../record/voice-finding.ts';
import { actor, actorId, actorsOf, claimId, said, sourceId } from '../fixtures/invented-records.ts';
import { countDenials, countOrigins } from './count-origins.ts';
import { originQuestions } from './origin-questions.ts';
import { sharedOrigins } from './shared-origins.ts';

const ACTORS = actorsOf(
  ...['paper', 'radio', 'agency', 'lark', 'echo'].map((name) => actor(name, 'media')),
  actor('survivor', 'person'),
  actor('neighbour', 'person'),
  actor('ministry', 'public-body'),
);

/** Each outlet's report has the outlet's name. */
const own = (outlet: string, saidAt: string | null = null): Utterance =>
  said(outlet, [outlet], { source: outlet, saidAt });

const report = (name: string): LinkTarget => ({ kind: 'report', source: sourceId(name), capture: null });

let made = 0;
function link(from: string, to: LinkTarget, changes: Partial<Link> = {}): Link {
  made += 1;
  return linkOf({
    id: `lnk_${String(made).padStart(26, '0')}` as LinkId,
    type: 'copies',
    certainty: 'possible',
    from: { source: sourceId(from), capture: null },
    to,
    evidence: { from: [], to: [] },
    ...changes,
  });
}

const confirmed = { status: 'confirmed', certainty: 'possible' } as const;
const found = (
  relation: 'same' | 'distinct',
  a: FoundVoice,
  b: FoundVoice,
  changes: Partial<VoiceFinding> = {},
) => findingOf({ relation, a, b, ...changes });

function count(
  utterances: readonly Utterance[],
  links: readonly Link[] = [],
  findings: readonly VoiceFinding[] = [],
) {
  return countOrigins(utterances, ACTORS, { traced: { links, findings, sources: new Map() } });
}

const triple = ({ atLeast, atMost, direct }: ReturnType<typeof count>) => [atLeast, atMost, direct];

test('a copy that a program found widens; confirmed it narrows; cut it is gone', () => {
  const both = [own('paper'), own('radio')];
  expect(triple(count(both))).toEqual([1, 2, 0]);
  expect(triple(count(both, [link('radio', report('paper'))]))).toEqual([1, 2, 0]);
  expect(triple(count(both, [link('radio', report('paper'), confirmed)]))).toEqual([1, 1, 0]);
  expect(triple(count(both, [link('radio', report('paper'), { status: 'cut' })]))).toEqual([1, 2, 0]);
});

test('a doubtful copy of a witness lowers the minimum, until it is decided on', () => {
  const witnesses = [
    said('paper', ['paper', 'survivor'], { source: 'paper', connection: 'victim' }),
    said('radio', ['radio', 'neighbour'], { source: 'radio', connection: 'witness' }),
  ];
  expect(triple(count(witnesses))).toEqual([2, 2, 2]);
  const same = found('same', actorId('survivor'), actorId('neighbour'));
  expect(triple(count(witnesses, [], [same]))).toEqual([1, 1, 1]);
  const undone = { by: 'A reviewer', at: '2031-05-01T08:00:00Z', reason: 'Two people.' };
  expect(triple(count(witnesses, [], [{ ...same, undone }]))).toEqual([2, 2, 2]);
});

test('a credited translation and an uncredited possible one', () => {
  const three = [own('paper', '2031-04-01'), own('agency', '2031-04-02'), own('lark', '2031-04-03')];
  const links = [
    link('agency', report('paper'), { ...confirmed, type: 'translates' }),
    link('lark', report('paper'), { type: 'translates' }),
  ];
  expect(triple(count(three, links))).toEqual([1, 2, 0]);
});

test('“a newspaper said”: one of two, and the second names two sources', () => {
  const claims = [
    own('radio'),
    own('paper'),
    said('lark', ['lark', '?'], { source: 'lark', stated: { min: 2, max: 2 } }),
  ];
  const links = [link('radio', report('paper')), link('radio', report('lark'))];
  expect(triple(count(claims, links))).toEqual([2, 4, 0]);
});

test('groups with stated numbers: two people, three officials, "sources"', () => {
  const two = said('a', ['paper', '?'], { stated: { min: 2, max: 2 } });
  const three = said('b', ['radio', '?'], { stated: { min: 3, max: 3 } });
  const open = said('c', ['agency', '?'], { stated: { min: 1, max: null } });
  expect(triple(count([two, three]))).toEqual([3, 5, 0]);
  expect(triple(count([two, open]))).toEqual([2, null, 0]);
});

test('a circle that edit times open, with versions of one outlet apart', () => {
  const versions = [
    said('a1', ['paper'], { source: 'a1', saidAt: '2031-04-01' }),
    said('b', ['radio'], { source: 'b', saidAt: '2031-04-02' }),
    said('a2', ['paper'], { source: 'a2', saidAt: '2031-04-03' }),
  ];
  const links = [
    link('b', report('a1'), confirmed),
    link('a2', report('b'), confirmed),
    link('a1', report('b'), confirmed),
  ];
  const opened = count(versions, links);
  expect(triple(opened)).toEqual([1, 1, 0]);
  expect(opened.circles).toEqual([]);
  const undated = versions.map((one) => ({ ...one, saidAt: null }));
  expect(count(undated, links).circles).toHaveLength(1);
});

test('cited texts that are not held are one node each and on the list to obtain', () => {
  const cited = {
    kind: 'not-held',
    name: 'a report of 1 April',
    publisher: null,
    url: 'https://lark.example/1',
    publishedAt: '2031-04-01',
  } as const;
  const links = [link('paper', cited, confirmed), link('radio', { ...cited, name: 'it' }, confirmed)];
  const counted = count([own('paper'), own('radio')], links);
  expect(triple(counted)).toEqual([1, 1, 0]);
  expect(counted.toObtain).toHaveLength(1);
  expect(originQuestions(counted)[0]).toMatchObject({ ask: 'obtain', ifYes: { atLeast: 1, atMost: 1 } });
});

test('two that heard one informant are one voice, whichever was first', () => {
  const both = [own('paper', '2031-04-01'), own('radio', '2031-04-02')];
  const informed = { ...confirmed, type: 'same-informant' } as const;
  expect(triple(count(both, [link('radio', report('paper'), informed)]))).toEqual([1, 1, 0]);
  expect(triple(count(both, [link('paper', report('radio'), informed)]))).toEqual([1, 1, 0]);
});

test('findings name reports, unnamed voices and cited texts', () => {
  const unnamed = [said('a', ['paper', '?'], { source: 'a' }), said('b', ['radio', '?'], { source: 'b' })];
  expect(triple(count(unnamed, [], [found('same', claimId('a'), claimId('b'))]))).toEqual([1, 1, 0]);
  expect(triple(count(unnamed, [], [found('distinct', claimId('a'), claimId('b'))]))).toEqual([2, 2, 0]);
  const both = [own('paper'), own('radio')];
  expect(triple(count(both, [], [found('distinct', sourceId('paper'), sourceId('radio'))]))).toEqual([
    2, 2, 0,
  ]);
  const elsewhere = { proposition: linkOf({}).id as never };
  expect(
    triple(count(both, [], [found('distinct', sourceId('paper'), sourceId('radio'), elsewhere)])),
  ).toEqual([1, 2, 0]);
});

test('a doubtful link between whole reports counts only where both make the claim', () => {
  const counted = count([own('paper')], [link('paper', report('lark'))]);
  expect(counted.graph.links).toEqual([]);
  expect(count([own('paper')], [link('paper', report('lark'), confirmed)]).graph.links).toHaveLength(1);
});

test('questions say what an answer would change, the most telling first', () => {
  const [first, second] = originQuestions(count([own('paper'), own('radio')]));
  expect(first).toMatchObject({
    ask: 'same',
    ifYes: { atLeast: 1, atMost: 1 },
    ifNo: { atLeast: 2, atMost: 2 },
  });
  expect(second).toMatchObject({ ask: 'basis', voices: [actorId('paper')], ifNo: { atLeast: 1, atMost: 2 } });
  const questions = originQuestions(count([own('paper'), own('radio')], [link('radio', report('paper'))]));
  expect(questions.find(({ ask }) => ask === 'link')).toMatchObject({
    voices: [actorId('radio'), actorId('paper')],
    ifYes: { atLeast: 1, atMost: 1 },
    ifNo: { atLeast: 1, atMost: 2 },
  });
});

test('a denial has its own count', () => {
  const claims = [own('paper'), said('d', ['radio', 'ministry'], { stance: 'denies' })];
  expect(triple(count(claims))).toEqual([1, 1, 0]);
  expect(countDenials(claims, ACTORS)).toMatchObject({ atLeast: 1, atMost: 1, direct: 1 });
  expect(countDenials([own('paper')], ACTORS)).toBeNull();
});

test('lists share origins, may share them, or are proved apart', () => {
  const lists = (links: readonly Link[], extra: readonly Utterance[] = []) =>
    sharedOrigins(
      [sourceId('paper')],
      [sourceId('radio')],
      [count([own('paper'), own('radio'), ...extra], links)],
    );
  expect(lists([]).verdict).toBe('not-shown');
  expect(lists([link('radio', report('paper'))])).toMatchObject({
    verdict: 'possible',
    possible: [actorId('paper')],
  });
  expect(lists([link('radio', report('paper'), confirmed)])).toMatchObject({
    verdict: 'shared',
    shared: [actorId('paper')],
  });
  const witnesses = count([
    said('a', ['paper', 'survivor'], { source: 'paper', connection: 'victim' }),
    said('b', ['radio', 'neighbour'], { source: 'radio', connection: 'witness' }),
  ]);
  expect(sharedOrigins([sourceId('paper')], [sourceId('radio')], [witnesses]).verdict).toBe('apart');
});

const OUTLETS = ['paper', 'radio', 'agency', 'lark', 'echo'];
const anyLink = fc
  .record({ from: fc.constantFrom(...OUTLETS), to: fc.constantFrom(...OUTLETS), settled: fc.boolean() })
  .filter(({ from, to }) => from !== to)
  .map(({ from, to, settled }) => link(from, report(to), settled ? confirmed : {}));

test('what a program found and nobody reviewed never narrows, in either direction', () => {
  fc.assert(
    fc.property(fc.array(anyLink, { maxLength: 6 }), anyLink, fc.nat(5), (links, extra, witnesses) => {
      const claims = OUTLETS.map((outlet, at) =>
        at < witnesses
          ? said(outlet, [outlet, at % 2 === 0 ? 'survivor' : 'neighbour'], {
              source: outlet,
              connection: 'witness',
            })
          : own(outlet),
      );
      const before = count(claims, links);
      const after = count(claims, [...links, { ...extra, status: 'proposed' }]);
      expect(after.atLeast).toBeLessThanOrEqual(before.atLeast);
      expect(after.atMost ?? 99).toBeGreaterThanOrEqual(before.atMost ?? 99);
    }),
    { numRuns: 300 },
  );
});

import { expect, test } from 'vitest';
import { findingOf, idAt, linkOf, sourceOf } from '../record/entities.cases.ts';
import type { Link } from '../record/link.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { VoiceFinding } from '../record/voice-finding.ts';
import { publishedLinks } from './published-links.ts';

const source = (n: number) => sourceOf({ id: idAt('source', n) });
const decided = (decision: 'confirmed' | 'cut', changes: Partial<Link> = {}): Link =>
  linkOf({
    status: decision,
    reviews: [{ decision, by: 'A reviewer', at: '2017-05-20T09:00:00Z', reason: 'Names source three.' }],
    evidence: { from: [], to: [] },
    ...changes,
  });

const keyed = <K extends string, T extends { readonly id: K }>(
  items: readonly T[],
): ReadonlyMap<T['id'], T> => new Map(items.map((item) => [item.id, item]));

function part(links: readonly Link[], findings: readonly VoiceFinding[] = [], anySealed = false) {
  const snapshot: RecordSnapshot = {
    logPosition: 1,
    asOf: null,
    sources: keyed([source(1), source(2)]),
    captures: new Map(),
    actors: new Map(),
    propositions: new Map(),
    claims: new Map(),
    links: keyed(links),
    findings: keyed(findings),
  };
  return publishedLinks(snapshot, { ...snapshot, anySealed });
}

test('a confirmed link between published reports is shown, and a doubtful one; a cut one is not', () => {
  expect(part([decided('confirmed')]).links.size).toBe(1);
  expect(part([decided('cut')]).links.size).toBe(0);
  expect(part([decided('confirmed', { status: 'proposed', reviews: [] })]).links.size).toBe(1);
});

test('a link to a sealed report, an unpublished actor or words in a sealed copy is not shown', () => {
  const sealed = { kind: 'report', source: idAt('source', 3), capture: null } as const;
  expect(part([decided('confirmed', { to: sealed })]).links.size).toBe(0);
  expect(part([decided('confirmed', { to: { kind: 'actor', actor: idAt('actor') } })]).links.size).toBe(0);
  expect(part([decided('confirmed', { evidence: linkOf().evidence })]).links.size).toBe(0);
});

test('beside sealed sources reasons stay in the vault', () => {
  const told = part([decided('confirmed')], [], true).links.get(idAt('link'));
  expect(JSON.stringify(told)).not.toContain('source three');
});

test('a finding is shown while it stands and both voices are published', () => {
  const both = { a: idAt('source', 1), b: idAt('source', 2) };
  const undone = { by: 'A reviewer', at: '2017-05-21T09:00:00Z', reason: 'Mistaken.' };
  expect(part([], [findingOf(both)]).findings.size).toBe(1);
  expect(part([], [findingOf({ ...both, b: idAt('source', 3) })]).findings.size).toBe(0);
  expect(part([], [findingOf({ ...both, undone })]).findings.size).toBe(0);
});

/** What people decided about marked sources: every reason is marked; and what rests on what. */
import type { NewEntry } from '../../../src/desk/ports/record-store.ts';
import type { Change } from '../../../src/record/log-entry.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { actor, entry, MARKS, PERSON, passageIn, SOURCES, words } from './marked-words.ts';

const { open, work } = MARKS;

/** What people decided about the claims of each source. */
export function decisions(): readonly NewEntry[] {
  const propositions = SOURCES.map((_, at) => sampleId('proposition', at + 1));
  const [first, second] = propositions;
  if (first === undefined || second === undefined) throw new Error('two propositions at least');
  return [
    ...SOURCES.map((_, at) => {
      const id = sampleId('claim', 1 + at * 2);
      const reason = `${work}accepted`;
      return entry({ action: 'claim-reviewed', claim: id, decision: 'accepted', reason }, id);
    }),
    ...SOURCES.map(([, , quoted], at) => {
      const id = sampleId('proposition', at + 1);
      const before = { text: `${quoted}weavers were detained in ${quoted}town`, lang: 'en' };
      const after = { text: `${quoted}weavers detained in ${quoted}town`, lang: 'en' };
      const reason = `${work}reworded`;
      return entry({ action: 'proposition-reworded', proposition: id, before, after, reason }, id);
    }),
    entry(
      { action: 'propositions-held-apart', pair: [first, second], apart: true, reason: `${work}apart` },
      first,
    ),
    ...SOURCES.map(([, , quoted], at) => {
      const to = sampleId('proposition', 11 + at);
      const propositions = [
        {
          id: to,
          kind: 'occurrence',
          measure: null,
          answer: null,
          scope: { group: null, place: `${quoted}place`, by: null, actor: `${PERSON} Denn` },
          text: `${quoted}split: ${PERSON} Denn spoke`,
          lang: 'en',
          narrowerThan: null,
        } as const,
      ];
      const change: Change = {
        action: 'claims-regrouped',
        claims: [sampleId('claim', 2 + at * 2)],
        to,
        propositions,
        reason: `${work}regrouped`,
      };
      return entry(change, to);
    }),
  ];
}

/** Reports that cite others, and voices that are one. */
export function links(): readonly NewEntry[] {
  const link = (at: number): Extract<Change, { action: 'links-proposed' }>['links'][number] => {
    const [, own, quoted] = SOURCES[at] ?? ['sealed', '', ''];
    return {
      id: sampleId('link', at + 1),
      type: 'cites',
      from: { source: sampleId('source', at + 1), capture: sampleId('capture', at + 1) },
      to: {
        kind: 'not-held',
        name: `${quoted}dispatch`,
        publisher: null,
        url: `https://other.example/${own}dispatchaddress`,
        publishedAt: '2031-04-01',
      },
      proposition: sampleId('proposition', at + 1),
      certainty: 'possible',
      evidence: { from: [passageIn(at, words(quoted))], to: [] },
      anchors: [{ kind: 'passage', from: words(quoted), to: `${own}anchor` }],
      proposal: { by: 'cited-outlet', version: '1', confidence: 0.7, reason: `${work}linked` },
      status: 'proposed',
      reviews: [],
    };
  };
  const all = SOURCES.map((_, at) => link(at));
  const change: Change = {
    action: 'links-proposed',
    extractor: 'cited-outlet-1',
    captures: SOURCES.map((_, at) => sampleId('capture', at + 1)),
    actors: [actor(21, 'media', `${open}agency`)],
    links: all,
  };
  const finding = (number: number): NewEntry => {
    const id = sampleId('finding', number);
    const judged: Change = {
      action: 'voices-judged',
      finding: {
        id,
        relation: 'same',
        a: sampleId('actor', 1),
        b: sampleId('actor', 3),
        proposition: null,
        reason: `${work}voice`,
      },
    };
    return entry(judged, id);
  };
  return [
    entry(change, sampleId('link', 1), { agent: 'machine' }),
    ...all.map(({ id }) =>
      entry({ action: 'link-reviewed', link: id, decision: 'confirmed', reason: `${work}confirmed` }, id),
    ),
    finding(1),
    finding(2),
    entry(
      { action: 'finding-undone', finding: sampleId('finding', 2), reason: `${work}undone` },
      sampleId('finding', 2),
    ),
    entry(
      {
        action: 'actors-joined',
        kept: sampleId('actor', 1),
        absorbed: sampleId('actor', 21),
        reason: `${work}joined`,
      },
      sampleId('actor', 1),
    ),
  ];
}

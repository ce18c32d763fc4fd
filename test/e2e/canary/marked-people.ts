/** A marked list of people with the decisions on it, and marked places and incidents. */
import { sha256Hex } from '../../../src/crypto/sha256.ts';
import type { NewEntry } from '../../../src/desk/ports/record-store.ts';
import type { Change } from '../../../src/record/log-entry.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { AT, entry, MARKS, PERSON, SOURCES } from './marked-words.ts';

const { listed, person, work } = MARKS;

/** A list, and who is one person. */
export function people(): readonly NewEntry[] {
  const file = (number: number): NewEntry => {
    const bytes = Buffer.from(`${listed}file ${number}`);
    const change: Change = {
      action: 'source-captured',
      source: {
        id: sampleId('source', number),
        kind: 'list',
        title: `${listed}title`,
        publisher: null,
        authors: [],
        publishedAt: null,
        language: null,
        url: null,
        handling: 'sealed',
        revisionOf: null,
      },
      capture: {
        id: sampleId('capture', number),
        of: sampleId('source', number),
        capturedAt: AT,
        method: 'file',
        fileName: `${listed}people.csv`,
        mediaType: 'text/csv',
        size: bytes.length,
        sha256: sha256Hex(bytes),
        warc: null,
        text: null,
        noTextReason: `${listed}notext`,
        copy: 'evidentiary',
        derivedFrom: null,
      },
      actors: [],
    };
    return entry(change, change.source.id, { bytes });
  };
  const listing = (number: number) => ({
    id: sampleId('listing', number),
    key: `id ${listed}key${number}`,
    row: number + 1,
    values: [`${listed}key${number}`, `${listed}name${number} ${PERSON}`, '2031-04-02', `${listed}note`],
    written: { '2': `${listed}written` },
  });
  const decision = (number: number): NewEntry => {
    const id = sampleId('decision', number);
    const decided: Change = {
      action: 'people-decided',
      decision: {
        id,
        relation: 'same',
        a: sampleId('listing', 1),
        b: sampleId('listing', 2),
        reason: `${work}people ${listed}reason`,
      },
    };
    return entry(decided, id);
  };
  const cleared: Extract<Change, { action: 'person-cleared' }>['person'] = {
    kind: 'name',
    hash: sha256Hex(`${person} somebody else`),
  };
  return [
    file(4),
    entry(
      {
        action: 'list-imported',
        list: {
          id: sampleId('list', 1),
          name: `${listed}list`,
          columns: [
            { header: `${listed}no`, property: 'id', lang: null, dates: null },
            { header: `${listed}names`, property: 'name', lang: 'en', dates: null },
            { header: `${listed}died`, property: 'died', lang: null, dates: 'dmy' },
            { header: `${listed}notes`, property: 'note', lang: null, dates: null },
          ],
          headerRow: 1,
          sheet: `${listed}sheet`,
        },
        capture: sampleId('capture', 4),
        part: 1,
        parts: 1,
        listings: [listing(1), listing(2), listing(3)],
        gone: [],
      },
      sampleId('list', 1),
    ),
    decision(1),
    decision(2),
    entry(
      { action: 'people-decision-undone', decision: sampleId('decision', 2), reason: `${work}decided` },
      sampleId('decision', 2),
    ),
    entry({ action: 'person-cleared', person: cleared, reason: `${work}cleared` }, 'log'),
    entry({ action: 'clearance-withdrawn', person: cleared, reason: `${work}withdrawn` }, 'log'),
  ];
}

/** One place and one incident for each source. */
export function places(): readonly NewEntry[] {
  return SOURCES.flatMap(([, , quoted], at) => {
    const place = sampleId('place', at + 1);
    const incident = sampleId('incident', at + 1);
    return [
      entry(
        {
          action: 'place-recorded',
          place: {
            id: place,
            kind: 'site',
            names: [{ text: `${quoted}barracks`, lang: 'en', kind: 'full' }],
            ids: { local: `${quoted}placeid` },
            latitude: -49.3591,
            longitude: 70.2217,
            precision: { scheme: 'ucdp-where-prec', code: '1' },
            siteType: { scheme: 'huridocs-5', code: '0206' },
            whereabouts: null,
            partOf: null,
            runBy: [{ actor: sampleId('actor', 3), claim: sampleId('claim', 1) }],
          },
          wordings: [`${quoted}town`],
          reason: `${work}place`,
          withdrawn: false,
        },
        place,
      ),
      entry(
        {
          action: 'incident-recorded',
          incident: {
            id: incident,
            title: `${quoted}raid`,
            kind: `${quoted}roundup`,
            when: { edtf: '2031-04-01', extent: 'within' },
            clarity: 1,
            place,
            chain: [],
          },
          propositions: [sampleId('proposition', at + 1)],
          reason: `${work}incident`,
          withdrawn: false,
        },
        incident,
      ),
    ];
  });
}

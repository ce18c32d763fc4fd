/** Invented cases of a usual size, in three scripts: the same number always gives the same case. */
import type { Case } from '../../src/record/case/case.ts';
import type { CaseDocument } from '../../src/record/case/case-document.ts';
import type { CaseId } from '../../src/record/id.ts';

const BIRDS = ['Heron', 'Wagtail', 'Plover', 'Siskin', 'Dunlin', 'Redshank', 'Wheatear', 'Avocet'];
const TOWNS = ['Orsa', 'Velin', 'Kessar', 'Dol', 'Tarnova', 'Brelu', 'Upper Kessar', 'Sorev'];
const NEEDS = [
  'insulin',
  'a safe flat',
  'a lawyer',
  'winter clothes',
  'a school place',
  'a doctor who asks nothing',
];
const NOTES = [
  'She wants to wait for her brother, who was last heard of at the ferry, and asks that nobody calls before noon.',
  'Она ждёт брата; документы остались у соседей в старом доме у мельницы, забрать их пока нельзя.',
  'قالت إن جارتها تحتفظ بالأوراق وإن الطريق إلى الميناء مغلق منذ أسبوعين.',
  'The landlord came twice; the lock was changed. The aunt can be reached only in the evening, never by text.',
];
const STATES = [
  'Embassy of Tavria',
  'Migration Office of Norland',
  'Consulate of Estmark',
  'Ministry of the Interior of Tavria',
];

const of = <T>(all: readonly T[], n: number): T => all[n % all.length] as T;
const day = (n: number, year = 2026): string =>
  `${year}-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;

/**
 * The n-th case.
 *
 * @example
 * inventedCase(7, id, []).pseudonym; // 'Avocet 7'
 */
export function inventedCase(n: number, id: CaseId, documents: readonly CaseDocument[]): Case {
  const many = <T>(count: number, make: (at: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, at) => make(at));
  return {
    id,
    pseudonym: `${of(BIRDS, n)} ${n}`,
    lookedAfterBy: null,
    household: many(1 + (n % 5), (at) => ({
      role: of(['applicant', 'mother', 'son', 'daughter', 'grandmother'], at),
      age: of(['30-44', '60+', '5-11', '12-17', null] as const, at + n),
      needs: at % 2 === 0 ? [of(NEEDS, n + at)] : [],
    })),
    needs: many(2, (at) => of(NEEDS, n * 3 + at)),
    risk: {
      level: of(['low', 'medium', 'high', 'acute', 'unknown'] as const, n),
      why: of(NOTES, n),
      reviewedAt: day(n),
    },
    consent: [
      {
        purpose: `contact with the ${of(STATES, n)}`,
        givenAt: day(n),
        givenHow: 'on the telephone',
        withdrawnAt: null,
        withdrawnHow: null,
      },
    ],
    contacts: many(2, (at) => ({
      who: of(['aunt', 'neighbour'], at),
      reach: `+000 555 ${1000 + ((n * 7 + at) % 9000)}`,
      safety: 'only after 20:00',
    })),
    journey: many(4, (at) => ({
      when: day(n + at),
      place: of(TOWNS, n + at),
      what: of(['left by bus', 'stayed with friends', 'was turned back', 'crossed at night'], at),
    })),
    applications: many(2, (at) => ({
      to: of(STATES, n + at),
      kind: 'visa' as const,
      askedAt: day(n),
      answeredAt: at === 0 ? day(n, 2027) : null,
      answer: at === 0 ? ('refused' as const) : ('pending' as const),
      reason: at === 0 ? '"not within the quota of this year"' : null,
    })),
    documents,
    tasks: many(3, (at) => ({
      what: of(['call the doctor', 'send the form', 'ask the school'], at),
      due: day(n + at),
      doneAt: at === 2 ? day(n) : null,
    })),
    notes: many(6, (at) => ({ on: day(n + at), text: `${of(NOTES, n + at)} (${n}-${at})` })),
    retainUntil: day(n, 2028),
  };
}

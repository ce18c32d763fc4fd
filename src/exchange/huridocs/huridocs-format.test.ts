import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import { CONNECTIONS } from '../../record/attribution.ts';
import { ANSWERS, MEASURES } from '../../record/proposition.ts';
import { COUNTING_UNITS } from '../../record/quantity.ts';
import { fileOf, kessarFile } from '../fixtures/kessar-file.ts';
import { URN_BASE } from '../format.ts';
import type { RecordFile } from '../record-file/record-file.ts';
import { readCsv } from '../tables/read-csv.ts';
import { actCode, connectionCode, responseCode, statusCode, unitCode } from './huridocs-codes.ts';
import { HURIDOCS } from './huridocs-format.ts';

interface CodeList {
  readonly codes: readonly {
    readonly code: string;
    readonly crosswalk?: readonly { scheme: string; code: string }[];
  }[];
}
const listOf = (name: string): CodeList =>
  JSON.parse(readFileSync(new URL(`../../../vocab/${name}.json`, import.meta.url), 'utf8'));

function tablesOf(file: RecordFile): ReadonlyMap<string, readonly Readonly<Record<string, string>>[]> {
  return new Map(
    HURIDOCS.render(file, { base: URN_BASE }).files.map((one) => {
      const read = readCsv('content' in one ? one.content : '');
      if (!read.ok) throw new Error(JSON.stringify(read.faults));
      return [one.path, read.rows.map(({ cells }) => cells)];
    }),
  );
}

test.each([
  ['connections', 'huridocs-19', CONNECTIONS, connectionCode],
  ['counting-units', 'huridocs-7', COUNTING_UNITS, unitCode],
  ['answers', 'huridocs-27', ANSWERS, (one: string) => responseCode(one as (typeof ANSWERS)[number])],
  ['standings', 'huridocs-41', listOf('standings').codes.map(({ code }) => code), statusCode],
] as const)('codes of %s are those of vocab/', (name, scheme, words, codeOf) => {
  const list = listOf(name);
  for (const word of words) {
    const theirs = list.codes
      .find(({ code }) => code === word)
      ?.crosswalk?.find((one) => one.scheme === scheme)?.code;
    expect(codeOf(word), word).toBe(theirs ?? null);
  }
});

test('codes of acts stand in list 4, and are what vocab/ gives the measure without a condition', () => {
  const four = new Set(listOf('huridocs-4').codes.map(({ code }) => code));
  const given = MEASURES.flatMap((measure) => actCode(measure) ?? []);
  expect(given.length).toBeGreaterThan(3);
  for (const code of given) expect(four).toContain(code);
});

test('the machine sets no code of list 41 above "likely"', () => {
  for (const { code } of listOf('standings').codes) expect(statusCode(code)).not.toMatch(/^01/);
});

test('references hold: events of acts, victims, sources and perpetrators', () => {
  const tables = tablesOf(kessarFile(true));
  const ids = (file: string, column: string) => new Set(tables.get(file)?.map((row) => row[column]));
  const events = ids('event.csv', 'event_record_number');
  const people = ids('person.csv', 'person_record_number');
  const acts = ids('act.csv', 'act_record_number');
  expect(events.size).toBeGreaterThan(0);
  for (const row of tables.get('act.csv') ?? []) {
    expect(events).toContain(row.event);
    if (row.victim !== '') expect(people).toContain(row.victim);
  }
  for (const row of tables.get('involvement.csv') ?? []) {
    expect(acts).toContain(row.act);
    expect(people).toContain(row.perpetrator);
  }
  for (const row of tables.get('information.csv') ?? []) {
    expect(events).toContain(row.event);
    if (row.source !== '') expect(people).toContain(row.source);
  }
  expect(tables.get('intervention.csv')?.length).toBeGreaterThan(2);
});

test('every code has twelve digits, as OpenEvSys writes them', () => {
  const columns =
    /^(type_of_act|attribution|counting_unit|violation_status|response|degree_of_involvement|.*_date_type|reliability.*|source_connection.*|intervention_status)$/;
  for (const rows of tablesOf(kessarFile(true)).values())
    for (const row of rows)
      for (const [name, cell] of Object.entries(row))
        if (columns.test(name) && cell !== '')
          for (const code of cell.split('; ')) expect(code, name).toMatch(/^\d{12}$/);
});

function deniedBy(
  kind: 'public-body' | 'organisation',
  stance: 'denies' | 'confirms',
  question: 'occurrence' | 'responsibility',
): string | undefined {
  const b = new RecordBuilder();
  const outlet = b.actor('Lark Daily');
  const guard = b.actor('Interior Guard', kind);
  const source = b.source({ publisher: outlet, text: 'Guards held 12 people. The guard spoke of it.' });
  const scope = { place: 'Dol', by: 'Interior Guard' };
  const whole = b.proposition({ kind: question, text: 'Guards hold people in Dol', scope });
  const count = b.proposition({
    kind: 'count',
    measure: 'detained',
    text: 'People are held in Dol',
    scope,
    narrowerThan: whole,
  });
  b.claim({
    source,
    proposition: count,
    stance: 'alleges',
    words: 'Guards held 12 people',
    quantity: { low: 12, best: 12, high: 12, wording: '12' },
  });
  b.claim({
    source,
    proposition: whole,
    stance,
    words: 'The guard spoke of it',
    through: [{ actor: guard, named: 'The guard', cue: 'spoke' }],
  });
  return tablesOf(fileOf(b)).get('act.csv')?.[0]?.attribution;
}

// Crosswalk of shared standards §3.3.
test.each([
  ['public-body', 'denies', 'occurrence', '010200000000'],
  ['public-body', 'confirms', 'occurrence', '010100000000'],
  ['public-body', 'denies', 'responsibility', '010300000000'],
  ['public-body', 'confirms', 'responsibility', '010500000000'],
  ['organisation', 'denies', 'occurrence', '020200000000'],
] as const)('a %s that %s the %s is %s in list 28', (kind, stance, question, code) => {
  expect(deniedBy(kind, stance, question)).toBe(code);
});

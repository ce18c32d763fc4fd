import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedFile } from '../fixtures/invented-file.ts';
import { kessarFile } from '../fixtures/kessar-file.ts';
import { URN_BASE } from '../format.ts';
import type { RecordFile } from '../record-file/record-file.ts';
import { readCsv } from '../tables/read-csv.ts';
import { readEntities } from './ftm-entity.ts';
import { entitiesOf, FOLLOW_THE_MONEY } from './ftm-format.ts';
import { statementId } from './ftm-statements.ts';

const require = createRequire(import.meta.url);

interface TheirProperty {
  readonly stub: boolean;
  readonly type: { readonly name: string };
  readonly hasRange: boolean;
  getRange(): { readonly name: string };
}
interface TheirModel {
  getSchema(name: string): {
    readonly name: string;
    getProperties(): Map<string, TheirProperty>;
    isA(other: string): boolean;
  };
  getEntity(datum: unknown): {
    readonly id: string;
    getCaption(): string;
    getProperty(name: string): unknown[];
  };
}
interface Theirs {
  readonly Model: new (config: unknown) => TheirModel;
  readonly defaultModel: unknown;
}

const LINES: readonly (readonly [string, Theirs])[] = [
  ['@opensanctions/followthemoney', require('@opensanctions/followthemoney')],
  ['@alephdata/followthemoney', require('@alephdata/followthemoney')],
];

/** How values of a type look in their documentation (docs, "Property types"). */
const SHAPES: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(-\d\d){0,2}$/,
  language: /^[a-z]{3}$/,
  url: /^https?:\/\//,
  entity: /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/,
};

function faultsIn(model: TheirModel, file: RecordFile): readonly string[] {
  const entities = entitiesOf(file);
  const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]));
  return entities.flatMap((entity) => {
    const schema = model.getSchema(entity.schema);
    const known = schema.getProperties();
    return Object.entries(entity.properties).flatMap(([name, values]) => {
      const property = known.get(name);
      if (property === undefined) return [`${entity.schema} has no ${name}`];
      if (property.stub) return [`${entity.schema}.${name} is the other side of an edge`];
      const shape = SHAPES[property.type.name];
      const wrong = shape === undefined ? [] : values.filter((one) => !shape.test(one));
      if (property.type.name !== 'entity' || wrong.length > 0)
        return wrong.map((one) => `${entity.schema}.${name}: ${one}`);
      const range = property.getRange().name;
      return values
        .filter((one) => {
          const target = schemaOf.get(one);
          return target === undefined || !model.getSchema(target).isA(range);
        })
        .map((one) => `${entity.schema}.${name} leads to ${schemaOf.get(one)}, which is no ${range}`);
    });
  });
}

describe.each(LINES)('their own model, %s', (_, { Model, defaultModel }) => {
  const model = new Model(defaultModel);

  test('knows every schema and property, and every reference leads to what it may', () => {
    expect(faultsIn(model, kessarFile(true))).toEqual([]);
  });

  test('for any record of any shape', () => {
    fc.assert(
      fc.property(inventedFile, (file) => {
        expect(faultsIn(model, file)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('loads every entity with all its values', () => {
    for (const { id, schema, properties } of entitiesOf(kessarFile())) {
      const entity = model.getEntity({ id, schema, properties: structuredClone(properties) });
      for (const [name, values] of Object.entries(properties))
        expect(entity.getProperty(name)).toHaveLength(values.length);
    }
  });
});

test('entities come back line by line as they were', () => {
  fc.assert(
    fc.property(inventedFile, (file) => {
      const [first] = FOLLOW_THE_MONEY.render(file, { base: URN_BASE }).files;
      const read = readEntities(first !== undefined && 'content' in first ? first.content : '');
      const made = entitiesOf(file).map(({ id, schema, properties }, at) => ({
        id,
        schema,
        properties,
        line: at + 1,
      }));
      expect(read).toEqual({ ok: true, entities: made });
    }),
    { numRuns: 30 },
  );
});

test('ids of statements are those that followthemoney 4.11.2 (Python) makes', () => {
  const given = { dataset: 'onrecord', entity: 'prp_1', prop: 'name', value: 'Люди убиты' };
  // Statement.make_key('onrecord', 'prp_1', 'name', 'Люди убиты', external, lang)
  expect(statementId({ ...given, lang: null, external: false })).toBe(
    '29c9b963706abbad8bf4193a0a27eb445eab0cc0',
  );
  expect(statementId({ ...given, lang: 'rus', external: false })).toBe(
    '9664e3bd129701ef0cc840b8395d22bdffda41d0',
  );
  expect(statementId({ ...given, lang: 'rus', external: true })).toBe(
    '2581548cf345d79d6da2d0ae58136d039313b3fb',
  );
});

test('a denial is in the summary of its event, in a role, and in the column of statements', () => {
  const file = kessarFile();
  const denied = entitiesOf(file).filter(({ properties }) => properties.role?.includes('denies'));
  expect(denied.length).toBeGreaterThan(0);
  const event = entitiesOf(file).find(({ id }) => id === denied[0]?.properties.entity?.[0]);
  expect(event?.properties.summary?.[0]).toMatch(/Denied or disputed by .+\./);
  const statements = FOLLOW_THE_MONEY.render(file, { base: URN_BASE }).files[1];
  const read = readCsv(statements !== undefined && 'content' in statements ? statements.content : '');
  expect(
    read.ok && read.rows.some(({ cells }) => cells.stance === 'denies' && cells.origin?.startsWith('clm_')),
  ).toBe(true);
});

test('proposals are external, what people accepted is not', () => {
  const [, statements] = FOLLOW_THE_MONEY.render(kessarFile(true), { base: URN_BASE }).files;
  const read = readCsv(statements !== undefined && 'content' in statements ? statements.content : '');
  if (!read.ok) throw new Error('unreadable');
  const status = (value: string) =>
    read.rows.filter(({ cells }) => cells.prop === 'status' && cells.value === value);
  expect(new Set(status('proposed').map(({ cells }) => cells.external))).toEqual(new Set(['t']));
  expect(new Set(status('accepted').map(({ cells }) => cells.external))).toEqual(new Set(['f']));
});

test('every line that is wrong is told', () => {
  expect(
    readEntities(
      '{"id":"a","schema":"Person","properties":{}}\nnope\n\n{"id":"b"}\n{"id":"c","schema":"X","properties":{"name":[{}]}}\n',
    ),
  ).toEqual({
    ok: false,
    faults: [
      { path: 'line 2', message: 'is not JSON: FollowTheMoney files hold one entity a line' },
      { path: 'line 4', message: 'has no schema' },
      { path: 'line 5', message: 'has values of "name" that are no text: export it without nested entities' },
    ],
  });
});

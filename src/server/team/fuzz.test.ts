/**
 * Questions made from the document of the API and bent: wrong types, wrong sizes, strange letters, ids of other things. Whatever comes,
 * the answer is in the one shape, is no fault of ours, and holds nothing of what may not be seen.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { HANDLINGS, ROLES } from '../../desk/vocabulary.ts';
import { levelsDesk, WORDS } from './fixtures/levels-desk.ts';
import { openTeam } from './fixtures/open-team.ts';
import { teamDocument } from './team-document.ts';

vi.setConfig({ testTimeout: 120_000 });

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

const STRANGE = [
  '',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>',
  '{{7*7}}',
  '%00',
  '٣',
  'x'.repeat(5_000),
];

function bent(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const own = fitting(schema, ids);
  return fc.oneof(
    { arbitrary: own, weight: 9 },
    { arbitrary: fc.oneof(fc.constantFrom(...STRANGE, null, -1, 1e308, [], {}), fc.jsonValue()), weight: 1 },
  );
}

function fitting(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const among = schema.anyOf ?? schema.oneOf;
  if (among !== undefined) return fc.oneof(...among.map((one) => fitting(one, ids)));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'string':
      return fc.oneof(
        fc.constantFrom(...ids),
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom(...STRANGE),
      );
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -2, max: 300 }), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return schema.prefixItems === undefined
        ? fc.array(bent(schema.items ?? {}, ids), { maxLength: 3 })
        : fc.tuple(...schema.prefixItems.map((one) => bent(one, ids)));
    case 'object': {
      const fields = Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, one]) => [name, bent(one, ids)]),
      );
      const required = (schema.required ?? []) as string[];
      return fc.oneof(
        { arbitrary: fc.record(fields, { requiredKeys: required }), weight: 9 },
        { arbitrary: fc.record(fields, { requiredKeys: [] }), weight: 1 },
      );
    }
    default:
      return fc.jsonValue();
  }
}

test('every operation of the document, bent', async () => {
  const { desk, things } = await levelsDesk();
  const { ask, join, unexpected } = openTeam({ room: { desk } });
  const { cookie } = await join({ name: 'Mira', roles: [...ROLES], clearance: 'public' });
  const ids = HANDLINGS.flatMap((level) => Object.values(things[level]).flat() as string[]);
  const hidden = ['internal', 'sealed'].map((level) => WORDS[level as 'internal']);
  const document = JSON.parse(JSON.stringify(teamDocument('0'))) as {
    paths: Record<string, Record<string, Operation>>;
  };
  // Ends the session that the others are asked in, or the members it belongs to; the engine is not there; a stream goes on.
  const left = new Set([
    'post /api/team/sign-out',
    'post /api/team/sessions/ends',
    'get /api/people/queue',
    'get /api/events',
  ]);
  let asked = 0;
  const answers = new Map<number, number>();
  for (const [path, operations] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(operations)) {
      if (left.has(`${method} ${path}`)) continue;
      const parameters = operation.parameters ?? [];
      const body = operation.requestBody?.content['application/json'].schema;
      const question = fc.record({
        params: fc.record(Object.fromEntries(parameters.map((one) => [one.name, bent(one.schema, ids)])), {
          requiredKeys: [],
        }),
        body: body === undefined ? fc.constant({}) : bent(body, ids),
      });
      for (const { params, body: given } of fc.sample(question, { numRuns: 12, seed: 9 })) {
        const address = addressOf(path, parameters, params as Record<string, unknown>);
        const { status, text, headers } = await ask(cookie, method.toUpperCase(), address, { body: given });
        asked += 1;
        answers.set(status, (answers.get(status) ?? 0) + 1);
        const where = `${method} ${address} ${JSON.stringify(given)?.slice(0, 200)} → ${status}`;
        expect(status, `${where} ${unexpected.at(-1) ?? ''}`).toBeLessThan(500);
        expect(headers.get('content-security-policy'), where).not.toBeNull();
        const told = text.replaceAll(/"(message|subject|path)":"(?:[^"\\]|\\.)*"/gu, '');
        for (const word of hidden) expect(told.includes(word), where).toBe(false);
        if (status >= 400)
          expect(Object.keys((JSON.parse(text) as { error: object }).error).sort(), where).toEqual([
            'code',
            'faults',
            'message',
            'subject',
          ]);
      }
    }
  expect(asked).toBeGreaterThan(700);
  expect(answers.get(200) ?? 0, 'some questions are whole').toBeGreaterThan(50);
  expect(unexpected).toEqual([]);
});

function addressOf(
  path: string,
  parameters: NonNullable<Operation['parameters']>,
  params: Readonly<Record<string, unknown>>,
): string {
  const written = (value: unknown): string => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return encodeURIComponent((text ?? '').toWellFormed().slice(0, 2_000));
  };
  const inPath = path.replace(/\{(\w+)\}/gu, (_, name: string) => written(params[name] ?? 'x') || 'x');
  const query = parameters
    .filter((one) => one.in === 'query' && params[one.name] !== undefined)
    .map(({ name }) => `${name}=${written(params[name])}`)
    .join('&');
  return query === '' ? inPath : `${inPath}?${query}`;
}

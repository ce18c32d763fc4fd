/** `onrecord propose` as a person runs it: explained, and with a model of this machine beside the reader. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ChatServer, saying, sending, startChatServer } from '../../src/engine/fixtures/chat-server.ts';
import { newPlace, type Place, type Ran } from './cli-fixture.ts';

const TEXT =
  'Police in Kessar said that six people died. The Guard denied that 26 weavers were detained.\n\nAn officer wrote that two men were beaten.\n';
const OWN = {
  speaker: 'An officer',
  cue: 'wrote that',
  quote: 'two men',
  stance: 'confirms',
} as const;

let place: Place;
let server: ChatServer;
beforeAll(() => {
  place = newPlace();
  place.write('a.txt', TEXT);
});
beforeEach(async () => {
  server = await startChatServer();
});
afterEach(() => server.close());
afterAll(() => place.remove());

/** The server answers from this process, so the command must not block it. */
function run(...args: readonly string[]): Promise<Ran> {
  return place.start(args).ended;
}

function vaultAt(name: string): string {
  const made = place.run(['init', name, '--no-encryption']);
  expect(made.code).toBe(0);
  expect(place.run(['capture', 'a.txt', '--publisher', 'The Mirror', '--vault', name]).code).toBe(0);
  return name;
}

test('why: for each new claim, and for a stored one', async () => {
  const vault = vaultAt('explained');
  const { out, code } = await run('propose', '--explain', '--vault', vault);
  expect(code).toBe(0);
  expect(out).toMatch(/The Mirror → Police in Kessar .*⟨said⟩\s+“six people died”/su);
  expect(out).toMatch(/rule: .* · confidence 0\.\d\d · reader-5|model: .* · confidence 0\.\d\d/su);
  const id = /clm_[0-9a-z]+/u.exec(out)?.[0] ?? '';
  const one = JSON.parse((await run('propose', '--explain', id, '--json', '--vault', vault)).out) as {
    explained: { claim: string; confidence: number; rule: string; note: string | null }[];
  };
  expect(one.explained).toMatchObject([{ claim: expect.stringContaining(id), note: null }]);
  expect(one.explained[0]?.confidence).toBeGreaterThan(0);
  expect((await run('propose', '--explain', 'clm_zzzz', '--vault', vault)).code).toBe(4);
}, 240_000);

test('a model of this machine: warned of, verified, beside the reader', async () => {
  const vault = vaultAt('second');
  server.answering = saying(
    JSON.stringify({ claims: [OWN, { ...OWN, quote: 'nine men were shot' }, { quote: 3 }] }),
  );
  const flags = ['--endpoint', server.address, '--model', 'local-8b', '--vault', vault] as const;
  const first = await run('propose', ...flags);
  expect(first.code, first.err).toBe(0);
  expect(first.err.replace(/\s+/gu, ' ')).toContain(
    `! The texts are also given to the program at ${server.address}`,
  );
  expect(first.out.replace(/\s+/gu, ' ')).toMatch(
    /endpoint-1:local-8b: 1 text read, 1 claim proposed \(1 dropped: the words do not stand in the text; 1 dropped: not in the form/,
  );
  expect(server.asked).toHaveLength(1);
  const again = await run('propose', ...flags, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ read: 0, endpoint: { read: 0, proposed: 0 } });
  expect(again.err).toContain('"texts-given"');
  expect(server.asked).toHaveLength(1);
}, 240_000);

test('what is refused, and what an endpoint without an answer leaves', async () => {
  const vault = vaultAt('refused');
  const withEndpoint = (address: string, ...more: string[]): Promise<Ran> =>
    run('propose', '--endpoint', address, ...more, '--vault', vault);
  expect(await withEndpoint('http://192.168.1.4/v1', '--model', 'a')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/another\s+machine/),
  });
  expect(await withEndpoint(server.address)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--model'),
  });
  server.answering = sending(500, '');
  const failing = await withEndpoint(server.address, '--model', 'a');
  expect(failing.code).toBe(3);
  expect(failing.err).toMatch(/✗ .*The endpoint answered 500/su);
  expect(failing.out).toMatch(/1 text read, [1-9]\d* claims? proposed/);
}, 240_000);

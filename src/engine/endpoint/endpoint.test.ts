/** The second reader against a server of this machine that answers well, badly, late or not at all. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { memoryDesk, memoryFiles, plainReader } from '../../../test/fixtures/desk/memory-desk.ts';
import { captureSources } from '../../desk/capture-sources.ts';
import { isNotRead } from '../../desk/ports/text-reading.ts';
import { type ProposeEvent, proposeClaims } from '../../desk/propose-claims.ts';
import { sliceCodePoints } from '../../record/code-points.ts';
import type { ReadInput } from '../../text/proposed-claim.ts';
import { type ChatServer, saying, sending, startChatServer } from '../fixtures/chat-server.ts';
import { checkEndpoint } from './check-address.ts';
import { type EndpointOptions, type EndpointReader, openEndpointReader } from './open-endpoint-reader.ts';

const TEXT =
  '😀 Kessar Post, 2 April.\n\nPolice in Kessar said that 26 weavers were detained. “We saw four vans,” Mira Olin told the paper.\n\nThe ministry denied that anybody was beaten.';
const SAID = {
  speaker: 'Police in Kessar',
  cue: 'said',
  quote: '26 weavers were detained',
  stance: 'alleges',
} as const;
const DENIED = {
  speaker: 'The ministry',
  cue: 'denied',
  quote: 'anybody was beaten',
  stance: 'denies',
} as const;

let server: ChatServer;
beforeEach(async () => {
  server = await startChatServer();
});
afterEach(() => server.close());

async function reader(options: Partial<EndpointOptions> = {}): Promise<EndpointReader> {
  const endpoint = await checkEndpoint(server.address, { mayLeave: false });
  return openEndpointReader({ endpoint, model: 'local-8b', ...options });
}

function inputOf(text: string): ReadInput {
  return { text, publishedAt: '2031-04-02', outlet: 'Kessar Post', language: 'en' };
}

function claimsJson(...claims: readonly unknown[]): string {
  return JSON.stringify({ claims });
}

describe('what stands in the text is proposed', () => {
  test('with spans in code points, the extractor named after the model', async () => {
    server.answering = saying(claimsJson(SAID, DENIED));
    const outcome = await (await reader()).read(inputOf(TEXT));
    if (isNotRead(outcome)) throw new Error(outcome.notRead);
    const words = outcome.claims.map(({ stance, chain, content, quantity }) => [
      stance,
      ...chain.flatMap(({ span, cue }) =>
        [span, cue.span].map((at) => at && sliceCodePoints(TEXT, at.start, at.end)),
      ),
      ...content.map(({ start, end }) => sliceCodePoints(TEXT, start, end)),
      quantity?.best ?? null,
    ]);
    expect(words).toEqual([
      ['alleges', 'Police in Kessar', 'said', '26 weavers were detained', 26],
      ['denies', 'The ministry', 'denied', 'anybody was beaten', null],
    ]);
    expect(outcome.extractor).toBe('endpoint-1:local-8b');
    expect(outcome.claims.every(({ explanation }) => explanation?.by === 'endpoint')).toBe(true);
    expect(server.asked[0]).toMatchObject({ path: '/v1/chat/completions', model: 'local-8b', text: TEXT });
  });

  test.each([
    ['a code fence', `Here you are:\n\`\`\`json\n${claimsJson(SAID)}\n\`\`\`\nAnything else?`],
    ['words around', `Certainly! ${claimsJson(SAID)} I hope this helps.`],
    ['thoughts before', `<think>{"claims": "none?"}</think>${claimsJson(SAID)}`],
    ['a bare list', JSON.stringify([SAID])],
  ])('also out of %s', async (_, content) => {
    server.answering = saying(content);
    expect(await (await reader()).read(inputOf(TEXT))).toMatchObject({ claims: [{ stance: 'alleges' }] });
  });

  test('a long text goes in pieces, and positions count in the whole', async () => {
    const text = `${'Nothing of note was told that day in Kessar. '.repeat(300)}\n\n${TEXT}`;
    server.answering = ({ text: piece }, answer) =>
      saying(piece.includes(SAID.quote) ? claimsJson(SAID) : claimsJson())(
        { path: '', model: '', text: '' },
        answer,
      );
    const outcome = await (await reader()).read(inputOf(text));
    if (isNotRead(outcome)) throw new Error(outcome.notRead);
    const [span] = outcome.claims[0]?.content ?? [];
    expect(sliceCodePoints(text, span?.start ?? 0, span?.end ?? 0)).toBe(SAID.quote);
    expect(server.asked.length).toBeGreaterThan(2);
    expect(server.asked.map((one) => one.text).join('')).toBe(text);
  });
});

describe('what does not stand in the text is dropped and counted', () => {
  test.each([
    ['a quote of other words', { ...SAID, quote: '27 weavers were detained' }],
    ['a quote in other letters', { ...SAID, quote: '26 Weavers were detained' }],
    ['a cue that is not there', { ...SAID, cue: 'claimed' }],
    ['a speaker who is not there', { ...SAID, speaker: 'The Guard of Dol' }],
    ['a part of a word', { ...SAID, quote: 'eavers were detaine' }],
  ])('%s', async (_, claim) => {
    server.answering = saying(claimsJson(claim, DENIED));
    const open = await reader();
    expect(await open.read(inputOf(TEXT))).toMatchObject({ claims: [{ stance: 'denies' }] });
    expect(open.dropped()).toEqual({ notInText: 1, malformed: 0 });
  });

  test.each([
    ['no object', 'said'],
    ['no quote', { ...SAID, quote: undefined }],
    ['an unknown stance', { ...SAID, stance: 'lies' }],
    ['a number for a speaker', { ...SAID, speaker: 3 }],
    ['no letters', { ...SAID, quote: '…' }],
    ['endless words', { ...SAID, quote: 'a '.repeat(4000) }],
  ])('of another form: %s', async (_, claim) => {
    server.answering = saying(claimsJson(claim, DENIED));
    const open = await reader();
    expect(await open.read(inputOf(TEXT))).toMatchObject({ claims: [{ stance: 'denies' }] });
    expect(open.dropped()).toEqual({ notInText: 0, malformed: 1 });
  });
});

describe('an answer that fails is told and loses nothing', () => {
  test.each([
    ['no JSON of the model', saying('I cannot help with that.'), /did not answer with the JSON/],
    ['another schema', saying('{"quotes": []}'), /did not answer with the JSON/],
    ['cut short', saying(claimsJson(SAID).slice(0, 60), 'length'), /cut short/],
    ['no JSON of the server', sending(200, '<html>'), /no JSON/],
    ['half an envelope', sending(200, '{"choices": [{"mess'), /no JSON/],
    ['an envelope without words', sending(200, '{"choices": []}'), /without choices/],
    ['500', sending(500, 'out of memory'), /answered 500/],
    ['404', sending(404, ''), /404: the address or the model/],
    ['401', sending(401, ''), /wants a key/],
    ['a redirect', sending(307, ''), /points elsewhere/],
    ['huge', sending(200, 'x'.repeat(300_000)), /larger than 200000 bytes/],
    ['slow', () => undefined, /more than 300 milliseconds/],
    [
      'dripping',
      (_asked: unknown, answer: NodeJS.WritableStream) => void answer.write('{'),
      /more than 300 milliseconds/,
    ],
    ['hung up', (_asked: unknown, answer: { destroy(): void }) => answer.destroy(), /did not answer/],
  ] as const)('%s', async (_, answering, why) => {
    server.answering = answering as ChatServer['answering'];
    const outcome = await (await reader({ limits: { milliseconds: 300, bytes: 200_000 } })).read(
      inputOf(TEXT),
    );
    expect(outcome).toEqual({ notRead: expect.stringMatching(why) });
    expect(JSON.stringify(outcome)).not.toMatch(/weavers|Olin/u);
  });

  test('it is given up after three in a row, with words that say what to do', async () => {
    server.answering = sending(500, '');
    const open = await reader();
    expect(isNotRead(await open.read(inputOf(TEXT)))).toBe(true);
    expect(isNotRead(await open.read(inputOf(TEXT)))).toBe(true);
    await expect(open.read(inputOf(TEXT))).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/given up.*kept.*running/),
    });
  });

  test('a raised signal ends the question', async () => {
    server.answering = () => undefined;
    const stop = new AbortController();
    const reading = (await reader()).read(inputOf(TEXT), stop.signal);
    setTimeout(() => stop.abort(new Error('stopped')), 30);
    await expect(reading).rejects.toThrow('stopped');
  });

  test.each(['', 'a b', 'a\nb', `${'m'.repeat(121)}`])('the model name %j is refused', async (model) => {
    await expect(reader({ model })).rejects.toMatchObject({ code: 'bad-usage' });
  });
});

describe('where texts may go', () => {
  const lookup = async (name: string): Promise<readonly string[]> =>
    ({
      localhost: ['127.0.0.1', '::1'],
      'half.example': ['127.0.0.1', '192.0.2.1'],
      'far.example': ['192.0.2.1'],
    })[name] ?? Promise.reject(new Error('unknown'));

  test.each([
    'http://127.0.0.1:8080/v1',
    'http://127.8.9.1/v1/',
    'http://[::1]:8080/v1',
    'http://[::ffff:127.0.0.1]/v1',
    'http://localhost:1234/v1',
    'http://2130706433/v1',
  ])('%s is this machine', async (address) => {
    const { leaves, base } = await checkEndpoint(address, { mayLeave: false, lookup });
    expect(leaves).toBe(false);
    expect(base).toMatch(/\/v1$/);
  });

  test.each([
    'http://192.168.1.4:8080/v1',
    'http://10.0.0.1/v1',
    'http://0.0.0.0:8080/v1',
    'http://169.254.1.1/v1',
    'http://[fe80::1]/v1',
    'http://half.example/v1',
    'http://far.example/v1',
    'https://far.example/v1',
  ])('%s is refused', async (address) => {
    await expect(checkEndpoint(address, { mayLeave: false, lookup })).rejects.toMatchObject({
      code: 'bad-usage',
      message: expect.stringMatching(/another machine/),
    });
  });

  test('another machine is allowed only when somebody says so, and only over TLS', async () => {
    const allowed = { mayLeave: true, lookup };
    expect(await checkEndpoint('https://far.example/v1', allowed)).toEqual({
      base: 'https://far.example/v1',
      ip: '192.0.2.1',
      leaves: true,
    });
    await expect(checkEndpoint('http://far.example/v1', allowed)).rejects.toThrow(/https:/);
    await expect(checkEndpoint('https://nobody.example/v1', allowed)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  test.each(['', 'model', 'ftp://127.0.0.1/', 'http://me:secret@127.0.0.1/v1', 'http://127.0.0.1/v1?key=a'])(
    '%j is no address of an endpoint',
    async (address) => {
      const refusal = checkEndpoint(address, { mayLeave: true, lookup });
      await expect(refusal).rejects.toMatchObject({ code: 'bad-usage' });
      await expect(refusal).rejects.not.toThrow(/secret/);
    },
  );
});

describe('beside the main reader', () => {
  const MAIN = { extractor: 'main-1', read: () => ({ extractor: 'main-1', language: 'en', claims: [] }) };

  async function desk() {
    const made = memoryDesk();
    const files = memoryFiles(new Map([['a.txt', TEXT]]));
    for await (const event of captureSources(made, ['a.txt'], { files, reader: plainReader() })) void event;
    return made;
  }
  async function run(...[at, options]: Parameters<typeof proposeClaims>): Promise<ProposeEvent[]> {
    const events: ProposeEvent[] = [];
    for await (const event of proposeClaims(at, options)) events.push(event);
    return events;
  }

  test('its claims carry its name; what is held from another extractor is not proposed again', async () => {
    const at = await desk();
    server.answering = saying(claimsJson(SAID));
    const first = await reader({ model: 'first' });
    const second = await reader({ model: 'second' });
    await run(at, MAIN);
    expect(await run(at, { ...first, beside: true })).toMatchObject([{ claims: 1, alreadyThere: 0 }]);
    const before = await at.store.claims();
    expect(before.map(({ extraction }) => [extraction?.by, extraction?.confidence])).toEqual([
      ['endpoint-1:first', 0.3],
    ]);
    server.answering = saying(claimsJson(SAID, DENIED));
    expect(await run(at, { ...second, beside: true })).toMatchObject([{ claims: 1, alreadyThere: 1 }]);
    expect((await at.store.claims()).slice(0, 1)).toEqual(before);
    expect(await run(at, { ...second, beside: true })).toEqual([]);
  });

  test('a source whose handling is not allowed is withheld: nothing is sent', async () => {
    const at = await desk();
    const only = { ...(await reader()), handlings: ['public'] as const, beside: true };
    expect(await run(at, only)).toMatchObject([{ withheld: true, claims: 0, notRead: null }]);
    expect(server.asked).toEqual([]);
  });
});

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { OnRecordError } from '../record/onrecord-error.ts';
import { openTimestampAuthority, requestTimestamp } from './timestamp-authority.ts';

const opened: Server[] = [];
const QUERY = new Uint8Array([0x30, 0x00]);
const WAIT = { timeoutMs: 5000 };

afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function refusal(
  url: string,
  wait: Parameters<typeof requestTimestamp>[2] = WAIT,
): Promise<OnRecordError> {
  const thrown: unknown = await requestTimestamp(url, QUERY, wait).catch((error: unknown) => error);
  if (thrown instanceof OnRecordError) return thrown;
  throw new Error('expected a refusal');
}

test('the request arrives as it is, and the answer comes back as it is', async () => {
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    request.on('data', (chunk: Buffer) =>
      seen.push(request.method, request.headers['content-type'], chunk.toString('hex')),
    );
    request.on('end', () => response.end(Buffer.alloc(65_536, 7)));
  });
  const answer = await requestTimestamp(url, QUERY, WAIT);
  expect(answer.length).toBe(65_536);
  expect(seen).toEqual(['POST', 'application/timestamp-query', '3000']);
});

test('a redirect within the same place is followed, with the request', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
    else
      request
        .resume()
        .on('end', () => response.end(`${request.method} ${request.headers['content-length']}`));
  });
  expect(Buffer.from(await requestTimestamp(`${url}/old`, QUERY, WAIT)).toString()).toBe('POST 2');
});

test('a redirect to another place is not followed: it never hears of the request', async () => {
  let heard = 0;
  const other = await serve((_, response) => {
    heard += 1;
    response.end();
  });
  const url = await serve((_, response) => response.writeHead(307, { location: `${other}/` }).end());
  expect(await refusal(url)).toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/sends on to another place/),
  });
  expect(heard).toBe(0);
});

test.each<readonly [string, RequestListener, string, RegExp]>([
  [
    'a circle',
    (_, response) => response.writeHead(307, { location: '/' }).end(),
    'unreachable',
    /more than 3 times/,
  ],
  [
    'another scheme',
    (_, response) => response.writeHead(307, { location: 'ftp://a.example/' }).end(),
    'unreachable',
    /ftp:|another place/,
  ],
  ['a server error', (_, response) => response.writeHead(503).end('busy'), 'unreachable', /HTTP status 503/],
  [
    'a web page',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    'unreachable',
    /web page/,
  ],
  ['a cut connection', (request) => request.socket.destroy(), 'unreachable', /connection was cut/],
  [
    'too many bytes',
    (_, response) => response.end(Buffer.alloc(65_537)),
    'too-large',
    /more than 65536 bytes/,
  ],
  ['a stream without end', (_, response) => endless(response), 'too-large', /more than 65536 bytes/],
])('refused: %s', async (_, listener, code, sentence) => {
  expect(await refusal(await serve(listener))).toMatchObject({
    code,
    message: expect.stringMatching(sentence),
  });
});

function endless(response: Parameters<RequestListener>[1]): void {
  const timer = setInterval(() => response.write(Buffer.alloc(10_000)), 5);
  response.on('close', () => clearInterval(timer));
}

test('silence ends the wait', async () => {
  const url = await serve(() => undefined);
  expect((await refusal(url, { timeoutMs: 100 })).message).toMatch(/no answer within 100 milliseconds/);
});

test('an answer that stops halfway ends the wait as well', async () => {
  const url = await serve(
    (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('x'),
  );
  expect((await refusal(url, { timeoutMs: 200 })).message).toMatch(/no answer within/);
});

test('a person can end the wait', async () => {
  const url = await serve(() => undefined);
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect((await refusal(url, { timeoutMs: 5000, signal: stop.signal })).message).toMatch(/wait was stopped/);
});

test('nobody there', async () => {
  const url = await serve(() => undefined);
  for (const server of opened.splice(0)) server.close();
  expect(await refusal(url)).toMatchObject({
    code: 'unreachable',
    subject: url,
    message: expect.stringMatching(/nothing listens/),
  });
});

test.each([
  'file:///etc/hosts',
  'ftp://user:secret@a.example',
  'ftp://a.example',
  'tsa.example',
  '',
  'http://user:secret@a.example/',
])('no address: %s', async (url) => {
  const error = await refusal(url);
  expect(error.code).toBe('bad-usage');
  expect(error.message).not.toMatch(/secret/);
});

test('the public roots are certificates', () => {
  const roots = openTimestampAuthority().publicRoots();
  expect(roots.length).toBeGreaterThan(50);
  expect(roots[0]).toMatch(/^-----BEGIN CERTIFICATE-----/);
});

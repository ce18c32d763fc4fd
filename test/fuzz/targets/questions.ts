/** What a browser or a program sends to the desk: paths, questions and bodies as bytes, asked of the app in this process. */
import { HOST, openApp, pageHeaders } from '../../../src/server/fixtures/open-app.ts';
import { type FuzzTarget, inputs, type ReadInput, textIn } from '../fuzz-target.ts';

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const asked = (method: string, path: string, cookie: string, body?: Uint8Array): Request =>
  new Request(`http://${HOST}${path}`, {
    method,
    headers: pageHeaders(cookie, method),
    ...(body === undefined || method === 'GET' ? {} : { body: Uint8Array.from(body) }),
  });

async function operations(): Promise<readonly (readonly [string, string])[]> {
  const { app, cookie } = openApp();
  const answer = await app.request(asked('GET', '/api/openapi.json', cookie), undefined);
  const { paths } = (await answer.json()) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
  );
}

/** The first line is METHOD and path, the rest the body. */
async function asker(): Promise<ReadInput> {
  const { app, cookie, unexpected } = openApp();
  return async (bytes) => {
    const end = bytes.indexOf(10);
    const [line, body] =
      end === -1 ? [bytes, new Uint8Array(0)] : [bytes.subarray(0, end), bytes.subarray(end + 1)];
    const [method = 'GET', path = '/'] = textIn(line).split(' ', 2);
    const known = /^(?:GET|POST|PUT|DELETE|PATCH)$/u.test(method) ? method : 'POST';
    let request: Request;
    try {
      request = asked(known, `/${path.replace(/^\/+/u, '')}`, cookie, body);
    } catch {
      return []; // No browser sends it.
    }
    const answer = await app.request(request);
    const text = await answer.text();
    const first = unexpected.splice(0).at(0);
    // Opening the engine for linking is refused by the fixture itself.
    if (answer.status >= 500 && !text.includes('engine'))
      throw new Error(`${known} ${path.slice(0, 200)} gave ${answer.status}: ${first ?? text.slice(0, 200)}`);
    return answer.status >= 400 && text.startsWith('{')
      ? [(JSON.parse(text) as { error: { message: string } }).error.message]
      : [];
  };
}

export const QUESTION_TARGETS: readonly FuzzTarget[] = [
  {
    name: 'http',
    words: [
      '{',
      '}',
      '"',
      '[',
      ']',
      'null',
      ':',
      ',',
      '%',
      '%00',
      '%ff',
      '?',
      '&',
      '=',
      'page=',
      'q=',
      '../',
      '{}',
      '"by":',
      '"id":',
      '"claim":',
      '"text":',
      '"note":',
      '"edtf":',
      '1e999',
      '\\ud800',
      'src_',
      'clm_',
    ],
    seeds: async () => {
      const all = await operations();
      return inputs(
        ...all.map(
          ([method, path]) =>
            `${method} ${path.replaceAll(/\{\w+\}/gu, 'src_00000000000000000000000001')}\n{"by":"A","reason":"x"}`,
        ),
        'GET /api/search?q=people&page=2\n',
      );
    },
    open: asker,
  },
];

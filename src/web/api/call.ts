/** Asks the desk's server. Routes, questions and answers are typed by the server's contract; nothing of it is in the bundle. */
import type { Api as DeskApi } from '../../server/api/every-route.ts';
import type { SealedApi } from '../../server/sealed/api/every-sealed-route.ts';
import type { TeamApi } from '../../server/team/api/every-team-route.ts';
import { DeskFault, noAnswer } from './desk-fault.ts';

/**
 * Every route that a page may ask; those over sealed cases answer on a member's own machine alone, those about a team on its
 * server.
 */
type Api = DeskApi & SealedApi & TeamApi;

/** A type of zod as the contract uses it, without the library. */
interface Schema {
  readonly _output: unknown;
  readonly _input: unknown;
}
type InputOf<S> = S extends { _zod: { input: infer I } } ? I : S extends Schema ? S['_input'] : never;
type OutputOf<S> = S extends { _zod: { output: infer O } } ? O : S extends Schema ? S['_output'] : never;

type RequestOf<K extends keyof Api> = Api[K] extends { request: infer R } ? R : Record<never, never>;
type ParamsOf<R> = R extends { params: infer S } ? { readonly params: InputOf<S> } : unknown;
type QueryOf<R> = R extends { query: infer S } ? { readonly query?: Partial<InputOf<S>> } : unknown;
type BodyOf<R> = R extends { body: { content: { 'application/json': { schema: infer S } } } }
  ? { readonly body: InputOf<S> }
  : unknown;

/** What must be given with a question. */
export type Question<K extends keyof Api> = ParamsOf<RequestOf<K>> &
  QueryOf<RequestOf<K>> &
  BodyOf<RequestOf<K>>;

/** What comes back. */
export type Answer<K extends keyof Api> = Api[K] extends {
  responses: { 200: { content: { 'application/json': { schema: infer S } } } };
}
  ? OutputOf<S>
  : never;

/** How a question is told to the server. */
interface Told {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/**
 * Asks, and gives the answer.
 *
 * @param options.signal ends the question when the page has gone on
 * @param options.outlives the question is sent although the page goes: 64 KiB at most
 * @throws DeskFault with the server's own words
 * @example
 * const { sources } = await call('GET /api/sources', { query: { limit: 50 } });
 */
export async function call<K extends keyof Api>(
  key: K,
  question: Question<K>,
  options: { readonly signal?: AbortSignal; readonly outlives?: boolean } = {},
): Promise<Answer<K>> {
  const { params, query, body } = question as Told;
  const { signal, outlives = false } = options;
  const [method = 'GET', template = '/'] = key.split(' ');
  const response = await fetch(addressOf(template, { params: params ?? {}, query: query ?? {} }), {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json', 'x-onrecord': '1' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
    keepalive: outlives,
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    throw signal?.aborted === true ? error : noAnswer();
  });
  const content: unknown = await response.json().catch(() => null);
  if (!response.ok) throw DeskFault.of(response.status, content);
  return content as Answer<K>;
}

/**
 * The address of a question.
 *
 * @example
 * addressOf('/api/claims', { query: { limit: 2 } }); // '/api/claims?limit=2'
 */
export function addressOf(template: string, { params = {}, query = {} }: Partial<Told>): string {
  const path = template.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

/**
 * One question to an OpenAI-compatible endpoint (POST …/chat/completions, not streamed), and its answer or why there is
 * none. Connects to the checked address alone: no redirect is followed, no proxy used, no cookie kept. Bounded in time and
 * size.
 */

import http from 'node:http';
import https from 'node:https';
import { durationWords } from '../../record/duration-words.ts';
import type { Endpoint } from './check-address.ts';

/** What a question may take. */
export interface ChatLimits {
  /** Milliseconds until the answer is whole. */
  readonly milliseconds: number;
  /** Bytes of an answer. */
  readonly bytes: number;
}

export interface ChatQuestion {
  readonly model: string;
  readonly system: string;
  readonly user: string;
}

/** The words of the answer, or a sentence that says why there are none. */
export type ChatAnswer =
  | { readonly kind: 'answered'; readonly content: string; readonly cutShort: boolean }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Asks.
 *
 * @throws the signal's reason, when it is raised
 * @example
 * const answer = await askChat(endpoint, { model: 'local', system: '…', user: 'text' }, { limits });
 */
export async function askChat(
  endpoint: Endpoint,
  question: ChatQuestion,
  { limits, signal }: { readonly limits: ChatLimits; readonly signal?: AbortSignal | undefined },
): Promise<ChatAnswer> {
  signal?.throwIfAborted();
  const deadline = AbortSignal.timeout(limits.milliseconds);
  const either = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
  try {
    const { status, body } = await posted(endpoint, bodyOf(question), { limits, signal: either });
    if (status !== 200) return failed(`The endpoint answered ${status}${statusWords(status)}.`);
    return contentOf(body);
  } catch (error) {
    signal?.throwIfAborted();
    if (deadline.aborted) return failed(`The endpoint took more than ${durationWords(limits.milliseconds)}.`);
    if (error instanceof TooLarge)
      return failed(`The endpoint's answer is larger than ${limits.bytes} bytes.`);
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return failed(`The endpoint did not answer${code}.`);
  }
}

function failed(why: string): ChatAnswer {
  return { kind: 'failed', why };
}

function statusWords(status: number): string {
  if (status === 401 || status === 403) return ': it wants a key, and none is sent';
  if (status === 404) return ': the address or the model is not known there';
  if (status === 413) return ': the text is too long for it';
  if (status >= 300 && status < 400) return ': it points elsewhere, and that is not followed';
  return '';
}

function bodyOf({ model, system, user }: ChatQuestion): string {
  return JSON.stringify({
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature: 0,
    seed: 1,
    max_tokens: 4096,
    stream: false,
  });
}

class TooLarge extends Error {}

function posted(
  endpoint: Endpoint,
  body: string,
  { limits, signal }: { readonly limits: ChatLimits; readonly signal: AbortSignal },
): Promise<{ readonly status: number; readonly body: string }> {
  const url = new URL(`${endpoint.base}/chat/completions`);
  const { request, Agent } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        agent: new Agent({ keepAlive: false }),
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        // The name was looked up once and checked; asking again could give another machine.
        lookup: (_name, options, give) => {
          const family = endpoint.ip.includes(':') ? 6 : 4;
          if (options.all === true) give(null, [{ address: endpoint.ip, family }]);
          else give(null, endpoint.ip, family);
        },
        signal,
      },
      (answer) => {
        const parts: Buffer[] = [];
        let bytes = 0;
        answer.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes > limits.bytes) asked.destroy(new TooLarge());
          else parts.push(part);
        });
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
        answer.on('error', reject);
        answer.on('aborted', () => reject(new Error('cut off')));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** The words inside the protocol's envelope. */
function contentOf(body: string): ChatAnswer {
  let envelope: unknown;
  try {
    envelope = JSON.parse(body);
  } catch {
    return failed('The endpoint answered with something that is no JSON.');
  }
  const choices = fieldOf(envelope, 'choices');
  const choice: unknown = Array.isArray(choices) ? choices[0] : null;
  const content = fieldOf(fieldOf(choice, 'message'), 'content');
  if (typeof content !== 'string') return failed('The endpoint answered without choices[0].message.content.');
  return { kind: 'answered', content, cutShort: fieldOf(choice, 'finish_reason') === 'length' };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : null;
}

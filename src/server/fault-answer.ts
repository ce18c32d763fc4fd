/** Any thrown thing as the one shape of an answer. What was not expected is told without its words, which may quote testimony. */
import { HTTPException } from 'hono/http-exception';
import { type ErrorCode, OnRecordError } from '../desk/desk.ts';
import type { FaultAnswer } from './api/fault.ts';
import { pageWords } from './page-words.ts';
import { LinkingStopped } from './people-linking.ts';

/** Statuses that a fault may have. */
export type FaultStatus = 400 | 401 | 403 | 404 | 409 | 413 | 500 | 503;

const STATUS: Readonly<Partial<Record<ErrorCode, FaultStatus>>> = {
  'bad-usage': 400,
  'invalid-record': 400,
  'unreadable-file': 400,
  'not-found': 404,
  'read-only': 403,
  locked: 403,
  'vault-busy': 409,
  'changed-meanwhile': 409,
  'too-large': 413,
  unreachable: 503,
  'disk-full': 503,
  // Another instance, of a newer onrecord, answers.
  'vault-too-new': 503,
};

/**
 * The answer and its status.
 *
 * @example
 * faultAnswer(new OnRecordError('not-found', 'No claim has this id.')).status; // 404
 */
export function faultAnswer(thrown: unknown): { readonly status: FaultStatus; readonly body: FaultAnswer } {
  if (thrown instanceof OnRecordError) {
    const { code, subject } = thrown;
    const faults = thrown.faults.map(({ path, message }) => ({ path, message: pageWords(message) }));
    const error = { code, message: pageWords(thrown), subject, faults };
    return { status: STATUS[code] ?? 500, body: { error } };
  }
  if (thrown instanceof LinkingStopped)
    return {
      status: 409,
      body: plainFault('stopped', 'The comparing was stopped. Ask again to start it anew.'),
    };
  // The framework's own refusal of a body that it cannot take apart; its words may repeat the body.
  if (thrown instanceof HTTPException && thrown.status < 500)
    return {
      status: 400,
      body: plainFault(
        'bad-usage',
        'What was sent cannot be read: it must be whole JSON. Nothing was changed.',
      ),
    };
  return {
    status: 500,
    body: plainFault(
      'unexpected',
      'Something went wrong that onrecord did not expect. Nothing reported as stored is lost. The terminal says more.',
    ),
  };
}

/**
 * A fault without a subject.
 *
 * @example
 * plainFault('no-session', 'Open the address that the terminal shows.');
 */
export function plainFault(code: string, message: string): FaultAnswer {
  return { error: { code, message, subject: null, faults: [] } };
}

/**
 * A second reader: a model behind an OpenAI-compatible endpoint. Off unless somebody asks for it. It is given the text in
 * pieces, proposes who says what, and every word of a proposal is looked up in the text: what does not stand there is
 * dropped and counted. A text whose answer fails in any piece counts as not read; after some failures in a row the endpoint
 * is given up.
 */
import type { ReadOutcome, TextReading } from '../../desk/ports/text-reading.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { ReadInput } from '../../text/proposed-claim.ts';
import { piecesOf } from '../../text/read-in-pieces.ts';
import { type AnsweredClaim, readAnswer } from './answer.ts';
import { askChat, type ChatLimits } from './ask-chat.ts';
import type { Endpoint } from './check-address.ts';
import { ENDPOINT_VERSION, INSTRUCTIONS } from './instructions.ts';
import { verifiedProposals } from './proposals.ts';

/** What the model gave that was not used. */
export interface Dropped {
  /** Its words do not stand in the text. */
  readonly notInText: number;
  /** Not in the form that was asked for. */
  readonly malformed: number;
}

export interface EndpointReader extends TextReading {
  /** So far. */
  dropped(): Dropped;
}

export interface EndpointOptions {
  readonly endpoint: Endpoint;
  /** The model's name at the endpoint. */
  readonly model: string;
  readonly limits?: Partial<ChatLimits>;
}

const LIMITS: ChatLimits = { milliseconds: 180_000, bytes: 1_000_000 };
/** UTF-16 code units of one question: fits the smallest window of today's local models, with the answer. */
const PIECE = 6000;
/** UTF-16 code units; a longer text would be hours of work for a local model. */
const LONGEST_TEXT = 300_000;
/** Failures in a row after which nothing more is expected. */
const GIVE_UP = 3;
const MODEL_NAME = /^[\w.:/@+-]{1,120}$/u;

/**
 * Opens it; nothing is sent yet.
 *
 * @throws OnRecordError `bad-usage` for a model's name that cannot be one
 * @example
 * const reader = openEndpointReader({ endpoint, model: 'local-8b' });
 */
export function openEndpointReader({ endpoint, model, limits = {} }: EndpointOptions): EndpointReader {
  if (!MODEL_NAME.test(model))
    throw new OnRecordError('bad-usage', '--model must be a name of letters, digits and . : / @ + - _');
  const extractor = `${ENDPOINT_VERSION}:${model}`;
  const counts = { notInText: 0, malformed: 0 };
  let failures = 0;
  const asks = { endpoint, model, limits: { ...LIMITS, ...limits } };
  return {
    extractor,
    atOnce: 1,
    dropped: () => ({ ...counts }),
    async read(input, signal): Promise<ReadOutcome> {
      const answered = await answersOf(input, asks, signal);
      if (typeof answered === 'string') {
        failures += 1;
        if (failures >= GIVE_UP) throw givenUp(endpoint, answered);
        return { notRead: answered };
      }
      failures = 0;
      const { claims, notInText } = verifiedProposals(input, answered.claims);
      counts.malformed += answered.malformed;
      counts.notInText += notInText;
      return { extractor, language: input.language ?? 'und', claims };
    },
  };
}

function givenUp({ base }: Endpoint, why: string): OnRecordError {
  return new OnRecordError(
    'unreachable',
    `${why} ${GIVE_UP} texts in a row failed, so the endpoint is given up; what it proposed before is kept. Is a model running at ${base}?`,
    { subject: base },
  );
}

interface Asks {
  readonly endpoint: Endpoint;
  readonly model: string;
  readonly limits: ChatLimits;
}

/** The claims of all pieces, or a sentence that says why there are none. */
async function answersOf(
  { text }: ReadInput,
  { endpoint, model, limits }: Asks,
  signal: AbortSignal | undefined,
): Promise<{ readonly claims: readonly AnsweredClaim[]; readonly malformed: number } | string> {
  if (text.length > LONGEST_TEXT) return `The text is longer than ${LONGEST_TEXT} characters.`;
  const claims: AnsweredClaim[] = [];
  let malformed = 0;
  for (const piece of piecesOf(text, PIECE)) {
    const question = { model, system: INSTRUCTIONS, user: piece };
    const answer = await askChat(endpoint, question, { limits, signal });
    if (answer.kind === 'failed') return answer.why;
    const read = readAnswer(answer.content);
    if (read === null)
      return answer.cutShort
        ? 'The answer of the model was cut short.'
        : 'The model did not answer with the JSON that it was asked for.';
    claims.push(...read.claims);
    malformed += read.malformed;
  }
  return { claims, malformed };
}

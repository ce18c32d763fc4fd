/**
 * Answers of time-stamp authorities: TimeStampResp of RFC 3161 §2.4.2. Reads the status and hands out the token as
 * it stood in the answer; whether the token holds is for verify-timestamp.ts.
 */
import { TimeStampResp } from 'pkijs';
import { parseDer, partsOf, rawOf } from './der.ts';

/** What an authority answered. */
export interface TimestampResponse {
  /** RFC 3161 PKIStatus: 0 granted, 1 granted with changes, 2 to 5 refused; null when the bytes are no answer. */
  readonly status: number | null;
  /** Why there is no token, as a sentence; null when there is one. */
  readonly failure: string | null;
  /** DER of the TimeStampToken; null when none was given. */
  readonly token: Uint8Array | null;
}

const STATUS_WORDS: readonly string[] = [
  'granted the request',
  'granted the request with changes',
  'refused the request',
  'put the request off',
  'warns that a revocation is near',
  'says that it was revoked',
];
/** PKIFailureInfo, by the number of the bit. */
const FAILURES: ReadonlyMap<number, string> = new Map([
  [0, 'it does not know the hash function'],
  [2, 'it does not allow such a request'],
  [5, 'it could not read the request'],
  [14, 'its clock is not available'],
  [15, 'it does not know the policy asked for'],
  [16, 'it does not know the extension asked for'],
  [17, 'it does not have the information asked for'],
  [25, 'something failed inside it'],
]);
const MOST_TEXT = 200;

/**
 * Reads an answer. Never throws for hostile bytes.
 *
 * @example
 * readTimestampResponse(new Uint8Array([1])).failure; // 'The answer is not a time-stamp response (RFC 3161).'
 */
export function readTimestampResponse(bytes: Uint8Array): TimestampResponse {
  try {
    const response = TimeStampResp.fromBER(bytes);
    const parts = partsOf(parseDer(bytes));
    const { status } = response.status;
    const token = response.timeStampToken === undefined ? null : rawOf(parts[1]);
    if ((status === 0 || status === 1) && token !== null) return { status, failure: null, token };
    return { status, failure: failureSentence(response), token: null };
  } catch {
    return { status: null, failure: 'The answer is not a time-stamp response (RFC 3161).', token: null };
  }
}

function failureSentence({ status: info }: TimeStampResp): string {
  const words = STATUS_WORDS[info.status] ?? `answered with the unknown status ${info.status}`;
  if (info.status === 0 || info.status === 1) return `The authority ${words} but sent no token.`;
  const bits = info.failInfo === undefined ? [] : setBits(info.failInfo.valueBlock.valueHexView);
  const reasons = bits.map((bit) => FAILURES.get(bit) ?? `failure ${bit}`);
  const said = (info.statusStrings ?? []).map((one) => one.valueBlock.value).join(' ');
  const why = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`;
  const quoted = said === '' ? '' : ` It says: "${plain(said)}".`;
  return `The authority ${words}${why}.${quoted}`;
}

function setBits(bytes: Uint8Array): number[] {
  return [...bytes].flatMap((byte, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte & (0x80 >> bit)) !== 0).map((bit) => index * 8 + bit),
  );
}

/** The words of a stranger on one line, cut, without what a terminal obeys. */
function plain(text: string): string {
  return text.replaceAll(/[\s\p{C}]+/gu, ' ').slice(0, MOST_TEXT);
}

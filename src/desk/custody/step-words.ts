/** Steps of custody in plain words, the same on the terminal and on paper. */
import type { CustodyTool } from '../../record/custody.ts';
import type { Action } from '../../record/log-entry.ts';
import type { CustodyCapture, CustodyStep, StepDetail } from './custody-step.ts';

/** A step as it is printed. */
export interface StepWords {
  /** One sentence without full stop. */
  readonly what: string;
  /** Particulars, each with its name. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

type Fact = readonly [string, string | null];

function told(what: string, ...facts: readonly Fact[]): StepWords {
  return { what, facts: facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])) };
}

const METHODS = {
  file: 'from a file',
  stdin: 'from standard input',
  web: 'from the web',
  'warc-record': 'out of a web archive',
  attachment: 'out of another file (attachment or member of an archive)',
} as const;

const GONE: Readonly<Record<Action, string>> = {
  'source-captured': 'The source was taken in',
  'source-described': 'It was described anew',
  'claims-proposed': 'Claims were proposed from it',
  'claim-reviewed': 'A claim from it was decided on',
  'claims-regrouped': 'Claims from it were grouped anew',
  'proposition-reworded': 'A proposition was worded anew',
  'propositions-held-apart': 'Two propositions were held apart',
  'actors-joined': 'Two actors were found to be one',
  'links-proposed': 'Links of reports were proposed',
  'link-reviewed': 'A link of it was decided on',
  'voices-judged': 'Two voices were found to be one, or two',
  'finding-undone': 'A finding about two voices was taken back',
  'person-cleared': 'A person was cleared to be named',
  'clearance-withdrawn': 'A clearance was withdrawn',
  'copy-stored': 'A working copy was taken in',
  'custody-recorded': 'A step of its custody was recorded',
  'checkpoint-anchored': 'A checkpoint was anchored',
  'fixity-checked': 'Everything was checked',
  'checkpoint-cosigned': 'A checkpoint of another log was witnessed',
  'source-erased': 'It was erased (written anew since)',
  'settings-changed': 'Settings were changed',
  'record-imported': 'The record was brought over from an older format',
  'estimate-recorded': 'An estimate was put on record',
  'place-recorded': 'A place was recorded',
  'incident-recorded': 'An incident was recorded',
  'people-decided': 'Two listings were decided to be one person, or two',
  'people-decision-undone': 'A decision on two listings was taken back',
  'list-imported': 'Its rows were taken in as a list of people',
  'member-introduced': 'A member showed public keys',
  'compartment-changed': 'A compartment or its members changed',
  'record-sealed': 'A sealed record was saved',
  'record-erased': 'A sealed record was erased',
  'counts-released': 'Counts from cases were released',
  'accesses-logged': 'Who used the team’s desk was logged',
  'release-made': 'A release was made',
  'release-approved': 'A release was approved',
};

/**
 * A step in words.
 *
 * @example
 * stepWords({ kind: 'received', from: 'A courier', note: null }).what; // 'Received from A courier'
 */
export function stepWords(detail: StepDetail): StepWords {
  switch (detail.kind) {
    case 'received':
      return told(`Received from ${detail.from ?? 'somebody not named'}`, ['note', detail.note]);
    case 'captured':
      return capturedWords(detail);
    case 'derived':
    case 'redacted':
      return madeWords(detail);
    case 'copied':
      return told(
        `A copy of the bytes left the vault${detail.to === null ? '' : `, for ${detail.to}`}`,
        ['SHA-256', detail.output],
        ['note', detail.note],
      );
    case 'transferred':
    case 'transfer-offered':
      return transferWords(detail);
    case 'exported':
      return told(
        `Exported in a package${detail.to === null ? '' : `, for ${detail.to}`}`,
        ['checkpoint', detail.checkpointSize === null ? null : `covers ${detail.checkpointSize} entries`],
        ['note', detail.note],
      );
    case 'viewed':
      return told('Opened and read', ['note', detail.note]);
    case 'described':
      return told(`Described anew; changed: ${detail.fields.join(', ') || 'nothing'}`, [
        'reason',
        detail.reason,
      ]);
    case 'noted':
      return told('Remark', ['from', detail.from], ['to', detail.to], ['note', detail.note]);
    case 'erased':
      return told('Erased: the key of its bytes and the content of its entries were destroyed', [
        'reason',
        detail.reason,
      ]);
    case 'gone':
      return told(`${GONE[detail.action]}; content erased`);
    default:
      return detail satisfies never;
  }
}

function capturedWords({ capture }: StepDetail & { kind: 'captured' }): StepWords {
  const { method, fileName, size, sha256, mediaType, derivedFrom, id } = capture;
  return told(
    `Taken into the vault ${METHODS[method]}`,
    ['capture', `${id}, evidentiary copy: never touched`],
    ['file', fileName],
    ['type', mediaType],
    ['size', `${size} bytes`],
    ['SHA-256', sha256],
    ['out of', derivedFrom],
  );
}

function madeWords(detail: StepDetail & { kind: 'derived' | 'redacted' }): StepWords {
  const { tool, input, output, copy, note } = detail;
  const what =
    detail.kind === 'redacted'
      ? 'Redacted: a working copy with parts taken out'
      : `Made from it: ${detail.made}`;
  return told(
    what,
    [
      'capture',
      copy === null ? null : `${copy.id}, working copy, made from ${copy.derivedFrom ?? 'the original'}`,
    ],
    ['file', copy?.fileName ?? null],
    ['tool', tool === null ? null : toolWords(tool)],
    ['input SHA-256', input],
    ['output SHA-256', output],
    ['note', note],
  );
}

function toolWords({ name, version, parameters }: CustodyTool): string {
  const given = Object.entries(parameters).map(([key, value]) => `${key}=${value}`);
  return [`${name} ${version}`, ...given].join(', ');
}

function transferWords(detail: StepDetail & { kind: 'transferred' | 'transfer-offered' }): StepWords {
  const to = detail.to ?? 'a receiver not named';
  if (detail.kind === 'transfer-offered') {
    const state =
      detail.completedIn === null
        ? 'waiting for the receiver'
        : `signed by both in entry ${detail.completedIn}`;
    return told(`Transfer to ${to} signed by the giver, ${state}`);
  }
  const proved = detail.fault === null ? 'both signatures are good' : 'not proved';
  return told(
    `Transferred from ${detail.from ?? 'a giver not named'} to ${to}: ${proved}`,
    ...detail.signedBy.map(({ name, vkey }): Fact => ['signed by', `${name}, key ${vkey}`]),
    ['fault', detail.fault],
  );
}

/**
 * The interval in which an entry was written, in words; never a point.
 *
 * @example
 * intervalWords(step); // 'not after 2031-05-01T12:00:00.000Z (https://time.example/)'
 */
export function intervalWords({ notBefore, notAfter }: Pick<CustodyStep, 'notBefore' | 'notAfter'>): string {
  const ends = [
    ...(notBefore === null ? [] : [`not before ${notBefore.at} (${notBefore.authority})`]),
    ...(notAfter === null ? [] : [`not after ${notAfter.at} (${notAfter.authority})`]),
  ];
  return ends.length === 0 ? 'nothing yet, there is only the clock of this computer' : ends.join(', ');
}

/**
 * What can be said of a capture's bytes now.
 *
 * @example
 * bytesWords(one); // 'checked: the stored bytes give this hash'
 */
export function bytesWords({ unchanged }: CustodyCapture): string {
  if (unchanged === null) return 'not checked: the bytes are not at hand';
  return unchanged
    ? 'checked: the stored bytes give this hash'
    : 'CHANGED: the stored bytes give another hash';
}

/**
 * How a reader checks what is on the page, without onrecord where possible.
 *
 * @example
 * checkingSteps('src_…').length; // 5
 */
export function checkingSteps(source: string): readonly string[] {
  return [
    'Hash the file you were given (sha256sum FILE, or Get-FileHash FILE on Windows) and compare with the SHA-256 above.',
    'Ask for the exported package of this source: it holds the entries, the proofs and printed steps that need only sha256sum and openssl.',
    `In the vault, run: onrecord verify ${source}. It hashes the bytes again, replays the log and names whatever differs.`,
    'Compare the fingerprint of the key with the one the organisation published or told you by another way: SHA-256 of the verifier key as printed, without a line end.',
    'Keep the checkpoint printed here. A later log that is not a continuation of it was changed.',
  ];
}

/**
 * What the log does not say about a source's custody, or cannot show, in sentences. A gap that is named does less harm before a
 * court than one that is found there. Judges nothing and guesses nothing.
 */
import type { CustodyChain, CustodyStep, StepDetail } from './custody-step.ts';

type Told = Omit<CustodyChain, 'unknown'>;

interface Known {
  /** Whether openings are written down in this record. */
  readonly logViews: boolean;
  /** Anchors that were left out, and why. */
  readonly anchorFaults: readonly string[];
}

/**
 * Lists the gaps of a chain.
 *
 * @example
 * unknownOf(chain, { logViews: false, anchorFaults: [] })[0]; // 'Nobody recorded from whom this file was received.'
 */
export function unknownOf(chain: Told, known: Known): readonly string[] {
  const time = timeGaps(chain, known);
  if (chain.identity === null) return ['The source was erased: nothing of its content can be told.', ...time];
  return [
    ...originGaps(chain),
    ...identityGaps(chain),
    ...bytesGaps(chain),
    ...stepGaps(chain, known),
    ...time,
  ];
}

function of<K extends StepDetail['kind']>(
  { steps }: Told,
  kind: K,
): readonly (CustodyStep & { readonly detail: StepDetail & { readonly kind: K } })[] {
  return steps.filter(
    (step): step is CustodyStep & { readonly detail: StepDetail & { readonly kind: K } } =>
      step.detail.kind === kind,
  );
}

function originGaps(chain: Told): readonly string[] {
  const gaps: string[] = [];
  const captured = of(chain, 'captured');
  const received = of(chain, 'received');
  const fromWeb = captured.some(({ detail }) => detail.capture.method === 'web');
  const inside = captured.some(({ detail }) => detail.capture.derivedFrom !== null);
  if (received.length === 0 && !fromWeb && !inside)
    gaps.push('Nobody recorded from whom this file was received.');
  if (received.some(({ on, detail }) => on === null && detail.from !== null))
    gaps.push('Nobody recorded on which day it was received.');
  if (captured.some(({ agent }) => agent === 'machine'))
    gaps.push('Nobody gave a name when the file was taken into the vault: the log says "machine".');
  if (!fromWeb)
    gaps.push(
      'What happened to the file before it came into this vault is known only as far as the steps above say.',
    );
  return gaps;
}

function identityGaps({ identity }: Told): readonly string[] {
  if (identity === null) return [];
  const missing = [
    [identity.title, 'title'],
    [identity.publisher, 'publisher'],
    [identity.publishedAt, 'date of publication'],
    [identity.url, 'address'],
  ].flatMap(([value, word]) => (value === null ? [word] : []));
  return missing.length === 0 ? [] : [`Not known: ${missing.join(', ')}.`];
}

function bytesGaps({ captures }: Told): readonly string[] {
  return captures.flatMap(({ capture, unchanged }) => {
    const name = `${capture.copy} copy ${capture.id}`;
    if (unchanged === false)
      return [`The stored bytes of the ${name} no longer have the SHA-256 they came in with.`];
    if (unchanged === null)
      return [
        `The bytes of the ${name} were not at hand: their hash could not be checked when this was made.`,
      ];
    return capture.text === null
      ? [`No text was read from the ${name}: ${capture.noTextReason ?? 'no reason given'}`]
      : [];
  });
}

function stepGaps(chain: Told, { logViews }: Known): readonly string[] {
  const gaps = of(chain, 'transfer-offered').flatMap(({ seq, detail }) =>
    detail.completedIn === null
      ? [
          `The transfer of entry ${seq} is signed by one side only; the receiver${detail.to === null ? '' : ` (${detail.to})`} has not signed.`,
        ]
      : [],
  );
  for (const { seq, detail } of of(chain, 'transferred'))
    if (detail.fault !== null) gaps.push(`The transfer of entry ${seq} is not proved: ${detail.fault}`);
  if (of(chain, 'redacted').some(({ detail }) => detail.tool === null))
    gaps.push('With which tool the redacted copy was made was not recorded.');
  if (of(chain, 'copied').some(({ detail }) => detail.to === null))
    gaps.push('For whom a copy was taken out was not recorded.');
  if (of(chain, 'exported').some(({ detail }) => detail.to === null))
    gaps.push('For whom it was exported was not recorded.');
  gaps.push(
    logViews
      ? 'Openings are recorded only since the record was set to keep them.'
      : 'Who opened the source is not recorded in this vault.',
  );
  return gaps;
}

function timeGaps({ steps }: Told, { anchorFaults }: Known): readonly string[] {
  const gaps: string[] = [];
  const open = [...new Set(steps.filter(({ notAfter }) => notAfter === null).map(({ seq }) => seq))];
  if (open.length > 0)
    gaps.push(
      `No time-stamp authority or witness has confirmed entr${open.length === 1 ? 'y' : 'ies'} ${open.join(', ')} yet: for ${open.length === 1 ? 'it' : 'them'} there is only the clock of this computer.`,
    );
  const faults = new Map(
    steps.flatMap(({ seq, timeFault }) => (timeFault === null ? [] : [[seq, timeFault]])),
  );
  for (const [seq, fault] of faults) gaps.push(`Entry ${seq}: ${fault}`);
  for (const [index, step] of steps.entries()) {
    const earlier = steps[index - 1];
    if (earlier !== undefined && Date.parse(step.loggedAt) < Date.parse(earlier.loggedAt))
      gaps.push(
        `Entry ${step.seq} claims an earlier time than entry ${earlier.seq} before it: the clock of the computer was set back, or another computer wrote it.`,
      );
  }
  return [...gaps, ...anchorFaults];
}

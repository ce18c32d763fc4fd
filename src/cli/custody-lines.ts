/** The chain of custody on a terminal. */
import type { CustodyCapture, CustodyChain, CustodyStep } from '../desk/custody/custody-step.ts';
import { bytesWords, checkingSteps, intervalWords, stepWords } from '../desk/custody/step-words.ts';
import { edtfWords, instantWords } from '../dossier/edtf-words.ts';
import { ink, type Paper } from './paper.ts';
import { heading, para } from './words.ts';

/**
 * The whole chain.
 *
 * @example
 * terminal.out(...custodyLines(chain, terminal.paper));
 */
export function custodyLines(chain: CustodyChain, paper: Paper): string[] {
  const { log, decisions, unknown, source } = chain;
  const others =
    decisions.length === 0
      ? []
      : para(`Decisions on claims read from it: entries ${decisions.join(', ')}.`, paper);
  return [
    ...identityLines(chain, paper),
    ...(chain.captures.length === 0 ? [] : heading('Its bytes', paper)),
    ...chain.captures.flatMap((one) => bytesLines(one, paper)),
    ...heading('Every step', paper),
    ...chain.steps.flatMap((step) => stepLines(step, paper)),
    ...others,
    ...heading('What is not known', paper),
    ...(unknown.length === 0 ? para('No gap was found in what the log tells.', paper) : []),
    ...unknown.flatMap((one) => para(`- ${one}`, paper).map((line) => ink(paper, 'warn', line))),
    ...heading('The log that proves it', paper),
    ...para(`${log.origin}, ${log.size} entries`, paper),
    ...para(`key ${log.vkey}`, paper),
    ...para(`fingerprint ${log.fingerprint}`, paper),
    ...(log.checkpoint ?? '')
      .trimEnd()
      .split('\n')
      .flatMap((line) => para(line, paper, '  ')),
    ...heading('How to check it', paper),
    ...checkingSteps(source).flatMap((step, index) => para(`${index + 1}. ${step}`, paper)),
  ];
}

function identityLines({ identity, source }: CustodyChain, paper: Paper): string[] {
  if (identity === null)
    return para(`${source} was erased. Nothing of its content is left in the vault.`, paper);
  const { title, publisher, authors, publishedAt, url, kind, handling } = identity;
  return [
    ...para(title ?? 'Without a title', paper).map((line) => ink(paper, 'strong', line)),
    ...para(source, paper, '  '),
    ...para(
      [
        kind,
        publisher ?? 'publisher not known',
        ...authors,
        publishedAt === null ? 'date not known' : edtfWords(publishedAt),
        handling,
      ].join(' · '),
      paper,
      '  ',
    ),
    ...para(url ?? 'address not known', paper, '  '),
  ];
}

function bytesLines(one: CustodyCapture, paper: Paper): string[] {
  const { capture, sha512, unchanged } = one;
  const from = capture.derivedFrom === null ? '' : ` · made from ${capture.derivedFrom}`;
  const state = para(bytesWords(one), paper, '  ');
  return [
    ...para(`${capture.copy} copy ${capture.id}${from}`, paper),
    ...para(`${capture.fileName ?? 'standard input'} · ${capture.size} bytes`, paper, '  '),
    ...para(`SHA-256 ${capture.sha256}`, paper, '  '),
    ...(sha512 === null ? [] : para(`SHA-512 ${sha512}`, paper, '  ')),
    ...(unchanged === true ? state : state.map((line) => ink(paper, 'warn', line))),
  ];
}

function stepLines(step: CustodyStep, paper: Paper): string[] {
  const { what, facts } = stepWords(step.detail);
  const said =
    step.on === null
      ? ''
      : `said to be ${step.on.includes('T') ? instantWords(step.on) : edtfWords(step.on)}; `;
  return [
    ...para(`${step.seq}. ${what}`, paper).map((line) => ink(paper, 'strong', line)),
    ...para(`by ${step.agent ?? '(erased)'}; ${said}claimed ${instantWords(step.loggedAt)}`, paper, '   '),
    ...para(`proved: ${intervalWords(step)}`, paper, '   '),
    ...(step.timeFault === null ? [] : para(step.timeFault, paper, '   ')),
    ...facts.flatMap(([name, value]) => para(`${name}: ${value}`, paper, '   ')),
    ...para(`leaf: ${step.leaf}`, paper, '   ').map((line) => ink(paper, 'dim', line)),
  ];
}

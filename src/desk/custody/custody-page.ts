/**
 * The chain of custody as one page to be filed: print-ready A4, one file, no script, nothing loaded from anywhere. It is not part of
 * what is published: it names people and hashes that a dossier never shows.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import { edtfWords, instantWords } from '../../dossier/edtf-words.ts';
import { type Content, type Html, html, htmlText, isolated, plainLine } from '../../dossier/html.ts';
import { CUSTODY_STYLE } from './custody-page-style.ts';
import type { CustodyCapture, CustodyChain, CustodyStep } from './custody-step.ts';
import { bytesWords, checkingSteps, intervalWords, stepWords } from './step-words.ts';

/**
 * Writes the page.
 *
 * @param version of the program
 * @example
 * const page = custodyPage(chain, '0.2.0'); // '<!doctype html>…'
 */
export function custodyPage(chain: CustodyChain, version: string): string {
  const title = chain.identity === null ? 'An erased source' : (chain.identity.title ?? 'Without a title');
  const main = html`<p class="kicker">Chain of custody</p><h1>${isolated(title)}</h1>
${identityPart(chain)}${bytesPart(chain.captures)}${stepsPart(chain)}${unknownPart(chain.unknown)}${logPart(chain)}${checkPart(chain)}${statementsPart(chain.steps)}${signPart(chain, version)}`;
  return htmlText(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash()}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${plainLine(`Chain of custody: ${title}`, 120)}</title>
`).concat(
    `<style>${CUSTODY_STYLE}</style></head>\n`,
    htmlText(html`<body><main>
${main}
</main></body></html>
`),
  );
}

/** The style is named by its hash, so that no other may apply. */
function styleHash(): string {
  return Buffer.from(sha256Hex(CUSTODY_STYLE), 'hex').toString('base64');
}

function row(name: string, value: Content): Html {
  return html`<dt>${name}</dt><dd>${value}</dd>`;
}

function mono(text: string): Html {
  return html`<span class="mono">${text}</span>`;
}

function identityPart({ identity, source }: CustodyChain): Html {
  if (identity === null)
    return html`<section><h2>What it was</h2><p>This source was erased. Its number is ${mono(source)}; nothing of its content is left in the vault. The entries below prove that it was there and when it was erased.</p></section>`;
  const { title, publisher, authors, publishedAt, url, language, kind, handling } = identity;
  const known = (value: string | null): Content => (value === null ? 'not known' : isolated(value));
  return html`<section><h2>What it is</h2><dl>${row('Title', known(title))}${row('Published by', known(publisher))}${authors.length === 0 ? null : row('Authors', isolated(authors.join(', ')))}${row('Date, as stated', publishedAt === null ? 'not known' : edtfWords(publishedAt))}${row('Address, as stated', known(url))}${row('Language', known(language))}${row('Kind', kind.replace('-', ' '))}${row('Handling', handling)}${row('Number in the record', mono(source))}</dl>
<p class="small">As the file states it or a person described it; whether it is so is not decided here.</p></section>`;
}

function bytesPart(captures: readonly CustodyCapture[]): Content {
  if (captures.length === 0) return null;
  return html`<section><h2>Its bytes</h2>${captures.map((one) => {
    const { capture, sha512, unchanged } = one;
    return html`<dl>${row('Capture', html`${mono(capture.id)}, ${capture.copy} copy`)}${capture.derivedFrom === null ? null : row('Made from', mono(capture.derivedFrom))}${row('File', capture.fileName === null ? 'standard input' : isolated(capture.fileName))}${row('Size', `${capture.size} bytes`)}${row('SHA-256', mono(capture.sha256))}${sha512 === null ? null : row('SHA-512', mono(sha512))}${row('Now', html`<span class="${unchanged === false ? 'fault' : 'plain'}">${bytesWords(one)}</span>`)}</dl><p></p>`;
  })}</section>`;
}

function stepsPart({ steps, decisions }: CustodyChain): Html {
  const others =
    decisions.length === 0
      ? null
      : html`<p class="small">Decisions on claims read from it are no steps of its custody and stand in the log as entries ${decisions.join(', ')}.</p>`;
  return html`<section><h2>Every step</h2><table><thead><tr><th scope="col">Entry</th><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr></thead><tbody>${steps.map(stepRow)}</tbody></table>${others}
<p class="small">“Claimed” is the clock of the computer that wrote the entry. “Proved” is the interval that time-stamp authorities and witnesses leave.</p></section>`;
}

function stepRow(step: CustodyStep): Html {
  const { what, facts } = stepWords(step.detail);
  const who = step.agent === null ? 'erased' : isolated(step.agent);
  const when = step.on === null ? null : html`<div>said to be ${onWords(step.on)}</div>`;
  const fault = step.timeFault === null ? null : html`<div class="fault">${step.timeFault}</div>`;
  return html`<tr><td>${step.seq}</td><td>${when}<div>claimed ${instantWords(step.loggedAt)}</div><div class="small">proved: ${intervalWords(step)}</div>${fault}</td><td>${who}</td><td><div class="what">${isolated(what)}</div><div class="who small">by ${who}</div>${facts.map(([name, value]) => html`<div class="facts">${name}: ${isHash(name, value) ? mono(value) : isolated(value)}</div>`)}<div class="facts">leaf: ${mono(step.leaf)}</div></td></tr>
`;
}

function onWords(on: string): string {
  return on.includes('T') ? instantWords(on) : edtfWords(on);
}

function isHash(name: string, value: string): boolean {
  return name.endsWith('SHA-256') || /^[0-9a-f]{64}$/u.test(value);
}

function unknownPart(unknown: readonly string[]): Html {
  return html`<section><h2>What is not known</h2>${
    unknown.length === 0
      ? html`<p>No gap was found in what the log tells.</p>`
      : html`<ul class="gaps">${unknown.map((one) => html`<li>${isolated(one)}</li>`)}</ul>`
  }</section>`;
}

function logPart({ log }: CustodyChain): Html {
  return html`<section><h2>The log that proves it</h2><dl>${row('Log', isolated(log.origin))}${row('Entries', log.size)}${row('Verifier key', mono(log.vkey))}${row('Fingerprint', mono(log.fingerprint))}</dl>${log.checkpoint === null ? null : html`<p class="small">Signed checkpoint (C2SP tlog-checkpoint, Ed25519):</p><pre>${log.checkpoint}</pre>`}</section>`;
}

function checkPart({ source }: CustodyChain): Html {
  return html`<section><h2>How to check it</h2><ol>${checkingSteps(source).map((step) => html`<li>${step}</li>`)}</ol></section>`;
}

function statementsPart(steps: readonly CustodyStep[]): Content {
  const notes = steps.flatMap(({ seq, detail }) =>
    detail.kind === 'transferred' || (detail.kind === 'transfer-offered' && detail.completedIn === null)
      ? [{ seq, statement: detail.statement }]
      : [],
  );
  if (notes.length === 0) return null;
  return html`<section><h2>Statements of transfer</h2>${notes.map(({ seq, statement }) => html`<p class="small">Entry ${seq}:</p><pre>${statement}</pre>`)}</section>`;
}

function signPart({ madeAt }: CustodyChain, version: string): Html {
  return html`<section class="sign"><p>Place and date</p><p>Name and signature</p></section>
<p class="small">Printed from the log on ${instantWords(madeAt)} by onrecord ${version}. The page tells what was logged; it is not itself proof: the entries and the checkpoint are.</p>`;
}

/**
 * One source: the stored copy of its text with every cited passage marked, and what is known of its bytes.
 * Passages whose words do not stand where they should are listed as not found, never dropped.
 */

import type { Capture } from '../record/capture.ts';
import type { Claim } from '../record/claim.ts';
import { letsOut } from '../record/handling.ts';
import type { Passage } from '../record/passage.ts';
import type { Source } from '../record/source.ts';
import { actorLink, chainLine, reviewMark } from './claim-entry.ts';
import type { DossierFile } from './dossier-file.ts';
import { timeOf } from './edtf-words.ts';
import { numberWords } from './figure-words.ts';
import { type Content, type Html, html, isolated, joined, plainLine, said } from './html.ts';
import { type Mark, type MarkRole, markedText, unitOffsets } from './marked-text.ts';
import { heading, pageFile } from './page.ts';
import { entryAnchor, propositionPath, sourcePath, wordsAnchor } from './paths.ts';
import { NO_HASH } from './release/release.ts';
import { safeUrl } from './safe-url.ts';
import { counted, instantWords } from './said-words.ts';
import { shownWords } from './spoken-words.ts';
import { STANCE_SIGNS, stanceMark } from './stance-sign.ts';
import { actorName, sourceTitle, type View } from './view.ts';

const ROOT = '../';

/** A passage of a claim with its role and the anchor that links jump to. */
interface Cited {
  readonly passage: Passage;
  readonly role: MarkRole;
  readonly anchor: string | null;
  readonly claim: Claim;
}

function citedBy(claims: readonly Claim[]): readonly Cited[] {
  return claims.flatMap((claim) => [
    ...claim.passages.map(
      (passage, index): Cited => ({
        passage,
        role: index === 0 ? 'content' : 'evidence',
        anchor: wordsAnchor(claim.id, index),
        claim,
      }),
    ),
    ...claim.chain.flatMap((step): readonly Cited[] =>
      step.passage === null ? [] : [{ passage: step.passage, role: 'speaker', anchor: null, claim }],
    ),
  ]);
}

/** Says whether the words stand in the text where the passage says. */
function stands(text: string, passage: Passage): boolean {
  if (passage.end <= passage.start) return false;
  const [from = 0, to = 0] = unitOffsets(text, [passage.start, passage.end]);
  return text.slice(from, to) === passage.exact;
}

/** The sign after a passage that leads to what is claimed there. */
function leadsTo(view: View, claim: Claim): Html {
  const proposition = view.record.propositions.get(claim.proposition);
  const shape = STANCE_SIGNS[claim.stance].shape;
  const words = plainLine(proposition?.text ?? 'the proposition', 90);
  return html`<a class="back ${claim.stance} ${claim.status}" href="${ROOT}${propositionPath(claim.proposition)}#${entryAnchor(claim.id)}" title="${claim.stance}: ${words}" aria-label="${claim.stance}: ${words}">${shape}</a>`;
}

/** Where some words stand inside or near a passage, in code points; null when they do not. */
function spanOf(
  text: string,
  words: string,
  near: { readonly from: number; readonly to: number },
): Mark | null {
  if (words === '') return null;
  const [from = 0, to = 0] = unitOffsets(text, [near.from, near.to]);
  const found = text.slice(from, to).indexOf(words);
  if (found < 0) return null;
  const start = near.from + [...text.slice(from, from + found)].length;
  return { start, end: start + [...words].length, role: 'quantity', anchor: null, after: null };
}

function innerMarks(text: string, claim: Claim, content: Passage): readonly Mark[] {
  const quantity =
    claim.quantity === null
      ? null
      : spanOf(text, claim.quantity.wording, { from: content.start, to: content.end });
  const cues = claim.chain.flatMap((step): readonly Mark[] => {
    if (step.cue === null || step.passage === null || !stands(text, step.passage)) return [];
    const from = Math.max(0, Math.min(step.passage.start, content.start) - 120);
    const to = Math.max(step.passage.end, content.end) + 120;
    const after =
      spanOf(text, step.cue.text, { from: step.passage.end, to }) ??
      spanOf(text, step.cue.text, { from, to });
    return after === null ? [] : [{ ...after, role: 'cue' }];
  });
  return [...(quantity === null ? [] : [quantity]), ...cues];
}

function marksOf(view: View, text: string, cited: readonly Cited[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const { passage, role, anchor, claim } of cited) {
    const after = role === 'content' ? leadsTo(view, claim) : null;
    const mark: Mark = { start: passage.start, end: passage.end, role, anchor, after };
    marks.set(`${role} ${anchor ?? `${passage.start}-${passage.end}`}`, mark);
    if (role !== 'content') continue;
    for (const inner of innerMarks(text, claim, passage))
      marks.set(`${inner.role} ${inner.start}-${inner.end}`, inner);
  }
  return [...marks.values()];
}

function lostPassages(lost: readonly Cited[], inside: boolean): Content {
  if (lost.length === 0) return null;
  if (inside)
    return html`<section class="lost" aria-labelledby="lost"><h2 id="lost">Passages quoted from it</h2>${passageList(lost)}</section>`;
  return html`<section class="lost" aria-labelledby="lost"><h2 id="lost">Passages not found in this text</h2><p class="note">The words below were recorded with their place and do not stand there in the text that is kept. They are shown as recorded.</p>${passageList(lost)}</section>`;
}

function passageList(lost: readonly Cited[]): Html {
  return html`<ul>${lost.map(
    ({ passage, anchor, claim }) =>
      html`<li>${anchor === null ? null : html`<a class="anchor" id="${anchor}"></a>`}<q dir="auto">${passage.exact}</q> <a href="${ROOT}${propositionPath(claim.proposition)}#${entryAnchor(claim.id)}">the claim</a></li>`,
  )}</ul>`;
}

/** The language of the text for readers that speak; nothing when it is not stated. */
function languageOf(view: View, capture: Capture): Content {
  const language = view.record.sources.get(capture.of)?.language ?? null;
  return language === null ? null : html` lang="${language}"`;
}

/** The text of one capture with its marks; passages that do not stand in it come back. */
function captureText(
  view: View,
  capture: Capture,
  cited: readonly Cited[],
): { readonly shown: Html; readonly lost: readonly Cited[] } {
  const text = capture.text === null ? undefined : view.texts.get(capture.text.sha256);
  if (text === undefined) {
    const reason = capture.noTextReason ?? 'Its text is not in this dossier.';
    return {
      shown: html`<p class="none">No text to show. <span lang="en">${reason}</span></p>`,
      lost: cited.filter(({ anchor }) => anchor !== null),
    };
  }
  const found = cited.filter(({ passage }) => stands(text, passage));
  const lost = cited.filter((item) => !found.includes(item) && item.anchor !== null);
  const shown = html`<article class="copy"${languageOf(view, capture)} aria-label="Stored copy of the text">${markedText(text, marksOf(view, text, found))}</article>`;
  return { shown, lost };
}

function facts(view: View, source: Source): Html {
  const url = safeUrl(source.url);
  const address =
    source.url === null
      ? null
      : url === null
        ? isolated(source.url)
        : html`<a href="${url}" rel="noreferrer noopener external"><bdi>${source.url}</bdi></a>`;
  const revised = source.revisionOf === null ? undefined : view.record.sources.get(source.revisionOf);
  const authors = source.authors.map((author) => actorLink(view, ROOT, author));
  const rows: readonly (readonly [string, Content])[] = [
    ['Published by', source.publisher === null ? said('unknown') : actorLink(view, ROOT, source.publisher)],
    ['By', authors.length === 0 ? null : joined(authors, ', ')],
    ['Published', timeOf(source.publishedAt)],
    ['Kind', said(source.kind.replace('-', ' '))],
    ['Language', source.language],
    ['Address as the file states it', address],
    [
      'Revises',
      revised === undefined
        ? null
        : html`<a href="${ROOT}${sourcePath(revised.id)}"><bdi>${sourceTitle(revised)}</bdi></a>`,
    ],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) => (value === null ? null : html`<div><dt>${said(name)}</dt><dd>${value}</dd></div>`))}</dl>`;
}

function captureFacts(capture: Capture): Html {
  const { text, warc } = capture;
  const captured = html`<div><dt>Captured</dt><dd><time datetime="${capture.capturedAt}">${instantWords(capture.capturedAt)}</time></dd></div>`;
  if (capture.sha256 === NO_HASH) return html`<dl class="facts bytes">${captured}</dl>`;
  return html`<dl class="facts bytes">${captured}
<div><dt>File</dt><dd>${capture.mediaType}, ${numberWords(capture.size)} bytes</dd></div>
${warc === null ? null : html`<div><dt>In web archive</dt><dd>record <bdi>${warc.recordId}</bdi>, byte ${numberWords(warc.offset)}</dd></div>`}
<div><dt>SHA-256 of the bytes</dt><dd><code class="hash">${capture.sha256}</code></dd></div>
<div><dt>SHA-256 of the text</dt><dd>${text === null ? html`no text: <span lang="en">${capture.noTextReason ?? 'no reason recorded'}</span>` : html`<code class="hash">${text.sha256}</code> by ${text.normaliser}, ${counted(text.codePoints, 'code point')}`}</dd></div></dl>`;
}

/** The exact words first, then what they are about and who says them through whom. */
function claimList(view: View, claims: readonly Claim[]): Content {
  if (claims.length === 0) return html`<p class="none">No claim has been taken from this source.</p>`;
  return html`<ol class="taken">${claims.map((claim) => {
    const proposition = view.record.propositions.get(claim.proposition);
    const words = plainLine(shownWords(view, claim), 240);
    return html`<li><a class="words" href="#${wordsAnchor(claim.id, 0)}"><q dir="auto">${words}</q></a>${reviewMark(claim)}
<span class="on">${stanceMark(claim.stance)} on <a href="${ROOT}${propositionPath(claim.proposition)}#${entryAnchor(claim.id)}"><bdi>${proposition?.text ?? 'the proposition'}</bdi></a></span>
<span class="on">${chainLine(view, ROOT, claim)}</span></li>
`;
  })}</ol>`;
}

function notesOf(view: View, source: Source): Content {
  const notes = view.notes.get(source.id) ?? [];
  if (notes.length === 0) return null;
  return html`<section class="reading-notes" aria-labelledby="notes"><h2 id="notes">Noted when it was read</h2><ul>${notes.map((note) => html`<li>${isolated(note)}</li>`)}</ul></section>`;
}

const KEY = html`<p class="legend markkey" aria-label="What the marks mean"><span class="m speaker">speaker</span> <span class="m cue">attributing words</span> <span class="m content">what is claimed</span> <span class="m evidence">words in support</span> <span class="m quantity">how many</span></p>`;

/**
 * The page of a source.
 *
 * @example
 * sourcePage(view, source).path; // 'sources/src_….html'
 */
export function sourcePage(view: View, source: Source): DossierFile {
  const captures = view.capturesOf.get(source.id) ?? [];
  const taken = view.claimsOf.get(source.id) ?? [];
  const ownCaptures = new Set(captures.map((capture) => capture.id));
  const cited = (view.citing.get(source.id) ?? [])
    .flatMap((claim) => citedBy([claim]))
    .filter((item) => ownCaptures.has(item.passage.capture));
  const lost: Cited[] = [];
  const copies = captures.map((capture) => {
    const part = captureText(
      view,
      capture,
      cited.filter((item) => item.passage.capture === capture.id),
    );
    lost.push(...part.lost);
    return html`<section aria-label="Captured ${capture.capturedAt}">${part.shown}${captureFacts(capture)}</section>`;
  });
  const number = view.sourceNumber.get(source.id) ?? 0;
  const publisher = actorName(view.record, source.publisher) ?? 'publisher unknown';
  const main = html`<div class="frame">${heading(html`Source ${number} · ${said(source.kind.replace('-', ' '))} · ${isolated(plainLine(publisher, 60))}`, isolated(sourceTitle(source)))}
${facts(view, source)}${KEY}
${copies.length === 0 ? html`<p class="none">Nothing was captured of this source.</p>` : copies}
${lostPassages(lost, !letsOut(source.handling, 'text'))}${notesOf(view, source)}
<section aria-labelledby="taken"><h2 id="taken">${counted(taken.length, 'claim')} taken from it</h2>${claimList(view, taken)}</section></div>`;
  return pageFile(view, { path: sourcePath(source.id), title: sourceTitle(source), main, kind: 'reading' });
}

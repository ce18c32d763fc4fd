/** One actor: how sources write its name, what it says and passes on, who cites it. Nothing is inferred about anybody. */

import type { ActorTie } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorPart } from './actor-order.ts';
import { actorLink } from './claim-entry.ts';
import { claimLine } from './claim-line.ts';
import type { DossierFile } from './dossier-file.ts';
import { type Content, type Html, html, isolated, joined, said } from './html.ts';
import { heading, pageFile } from './page.ts';
import { actorPath, statePath } from './paths.ts';
import { counted } from './said-words.ts';
import { sourceList } from './sources-page.ts';
import { stanceLegend } from './stance-sign.ts';
import { actorName, type View } from './view.ts';

const ROOT = '../';
/** Claims listed; the propositions hold the rest. */
const MOST_CLAIMS = 200;
const MOST_SOURCES = 100;
const MOST_CITING = 40;

function links(view: View, ids: Iterable<ActorTie['to']>): Content {
  const all = [...ids].filter((id) => actorName(view.record, id) !== null);
  if (all.length === 0) return null;
  const shown = all.slice(0, MOST_CITING).map((id) => actorLink(view, ROOT, id));
  return html`${joined(shown, ', ')}${all.length > shown.length ? ` and ${all.length - shown.length} more` : null}`;
}

function facts(view: View, { actor, citedBy }: ActorPart): Html {
  const [, ...others] = actor.names;
  const state = view.states.findIndex(({ by }) => by === actor.id);
  const found = view.states[state];
  const rows: readonly (readonly [string, Content])[] = [
    ['Kind', said(actor.kind.replace('-', ' '))],
    [
      'Also written',
      others.length === 0
        ? null
        : joined(
            others.map((name) => isolated(name.text)),
            ' · ',
          ),
    ],
    [
      'Part of',
      links(
        view,
        actor.partOf.map(({ to }) => to),
      ),
    ],
    [
      'Spoken for by',
      links(
        view,
        actor.spokenForBy.map(({ to }) => to),
      ),
    ],
    ['Cited by', links(view, citedBy)],
    [
      'Answers over time',
      found === undefined
        ? null
        : html`<a href="${ROOT}${statePath(found, state)}">what it answered, and in whose words</a>`,
    ],
  ];
  return html`<dl class="facts">${rows.map(([name, value]) =>
    value === null ? null : html`<div><dt>${said(name)}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

function list(
  view: View,
  { claims, id, title }: { readonly claims: readonly Claim[]; readonly id: string; readonly title: Html },
): Content {
  if (claims.length === 0) return null;
  const left = claims.length - MOST_CLAIMS;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2><ul class="said-list">${claims
    .slice(0, MOST_CLAIMS)
    .map((claim) => claimLine(view, ROOT, claim))}</ul>${
    left > 0
      ? html`<p class="note">and ${counted(left, 'further claim')}, on the pages of their propositions.</p>`
      : null
  }</section>`;
}

function published(view: View, { actor }: ActorPart): Content {
  const own = view.sources.filter(({ publisher }) => publisher === actor.id);
  if (own.length === 0) return null;
  const left = own.length - MOST_SOURCES;
  return html`<section aria-labelledby="published"><h2 id="published">${counted(own.length, 'source')} put out by it</h2>${sourceList(view, ROOT, own.slice(0, MOST_SOURCES))}${
    left > 0
      ? html`<p class="note">and <a href="../sources.html">${counted(left, 'further source')}</a></p>`
      : null
  }</section>`;
}

/**
 * The page of an actor.
 *
 * @example
 * actorPage(view, part).path; // 'actors/act_….html'
 */
export function actorPage(view: View, part: ActorPart): DossierFile {
  const { actor, said: own, relayed } = part;
  const name = actor.names[0]?.text ?? 'name not published';
  const main = html`<div class="frame">${heading('Actor', isolated(name))}${facts(view, part)}
${list(view, { claims: own, id: 'said', title: html`${counted(own.length, 'claim')} of its own` })}
${list(view, { claims: relayed, id: 'relayed', title: html`${counted(relayed.length, 'claim')} of others, passed on` })}
${published(view, part)}${stanceLegend()}</div>`;
  return pageFile(view, { path: actorPath(actor.id), title: name, main, kind: 'reading' });
}

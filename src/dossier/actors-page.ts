/** Everybody in the record: what each says, and who cites them. Names as the sources write them; nothing is inferred. */
import type { Claim } from '../record/claim.ts';
import type { ActorPart } from './actor-order.ts';
import { actorLink, reviewMark } from './claim-entry.ts';
import type { DossierFile } from './dossier-file.ts';
import { timeOf } from './edtf-words.ts';
import { counted, quantityWords } from './figure-words.ts';
import { type Content, type Html, html, isolated, joined } from './html.ts';
import { heading, pageFile } from './page.ts';
import { partLinks, partPath, partsOf } from './paging.ts';
import { actorAnchor, propositionPath, wordsPath } from './paths.ts';
import { stanceLegend, stanceMark } from './stance-sign.ts';
import { actorName, type View } from './view.ts';

/** Claims listed for one actor; the propositions hold the rest. */
const MOST_CLAIMS = 25;

function saidLine(view: View, claim: Claim): Html {
  const proposition = view.record.propositions.get(claim.proposition);
  const number =
    claim.quantity === null ? null : html` <span class="num">${quantityWords(claim.quantity)}</span>`;
  return html`<li><a class="cell" href="${wordsPath(view, claim)}">${stanceMark(claim.stance)}</a>${number} ${
    proposition === undefined
      ? null
      : html`<a href="${propositionPath(proposition.id)}"><bdi>${proposition.text}</bdi></a>`
  }, ${timeOf(claim.saidAt)}${reviewMark(claim)}</li>
`;
}

function citedLine(view: View, part: ActorPart): Content {
  const names = [...part.citedBy].flatMap((id) => {
    const name = actorName(view.record, id);
    return name === null ? [] : [actorLink(view, '', id)];
  });
  if (names.length === 0) return null;
  const shown = names.slice(0, 12);
  return html`<p class="cited">Cited by ${joined(shown, ', ')}${names.length > shown.length ? ` and ${names.length - shown.length} more` : null}.</p>`;
}

function actorEntry(view: View, part: ActorPart): Html {
  const { actor } = part;
  const [first, ...others] = actor.names;
  const also =
    others.length === 0
      ? null
      : html`<p class="note">also written ${joined(
          others.map((name) => isolated(name.text)),
          ', ',
        )}</p>`;
  const left = part.said.length - MOST_CLAIMS;
  return html`<section class="actor" id="${actorAnchor(actor.id)}" aria-labelledby="${actorAnchor(actor.id)}-n"><h2 id="${actorAnchor(actor.id)}-n"><bdi>${first?.text ?? 'name not published'}</bdi></h2><p class="kind">${actor.kind.replace('-', ' ')} · ${counted(part.said.length, 'claim')} of its own · passes on ${counted(part.relayed.length, 'claim')} of others</p>${also}${citedLine(view, part)}${
    part.said.length === 0
      ? null
      : html`<ul class="said-list">${part.said.slice(0, MOST_CLAIMS).map((claim) => saidLine(view, claim))}</ul>`
  }${left > 0 ? html`<p class="note">and ${counted(left, 'further claim')}, on the pages of their propositions.</p>` : null}</section>
`;
}

/**
 * The pages of all actors, those who say most first.
 *
 * @example
 * actorsPages(view)[0]?.path; // 'actors.html'
 */
export function actorsPages(view: View): readonly DossierFile[] {
  return partsOf(view.actors).map((part) => {
    const main = html`<div class="frame">${heading('All actors', counted(view.actors.length, 'actor'))}<p class="lede">Who speaks in this record, and through whom. Unnamed voices have no entry: two of them may be one person.</p>${partLinks('actors', part)}${
      view.actors.length === 0
        ? html`<p class="none">Nobody is on record yet.</p>`
        : part.items.map((item) => actorEntry(view, item))
    }${stanceLegend()}</div>`;
    return pageFile(view, {
      path: partPath('actors', part.number),
      title: part.number === 1 ? 'Actors' : `Actors, page ${part.number}`,
      main,
      kind: 'sheet',
    });
  });
}

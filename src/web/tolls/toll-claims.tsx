/** Claims behind a toll as lists: what is counted, what stands beside, what is left out and why. */
import type { Answer } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { StanceSign } from '../parts/stance-sign.tsx';
import { numberIn, words } from '../words/language.ts';
import { reasonIn } from '../words/reasons.ts';
import { reasonParts } from './reason-parts.ts';

export type TollClaim = Answer<'GET /api/tolls/{id}'>['claims'][number];

/** A link to the claim in its source, with who says it. */
export function ClaimLink({ claim }: { readonly claim: TollClaim }) {
  return (
    <a href={`/read/${claim.source}?claim=${claim.id}`} dir="auto">
      {claim.who}
    </a>
  );
}

interface ClaimListProps {
  readonly claims: readonly TollClaim[];
  /** All claims of the toll: reasons name some of them. */
  readonly all: readonly TollClaim[];
  readonly title: string;
  readonly folded?: boolean;
}

const SHOWN = 60;

/** One list under its title; nothing when it is empty. */
export function ClaimList({ claims, all, title, folded = false }: ClaimListProps) {
  if (claims.length === 0) return null;
  const list = (
    <ul class="behind">
      {claims.slice(0, SHOWN).map((claim) => (
        <ClaimRow key={claim.id} claim={claim} all={all} />
      ))}
      {claims.length > SHOWN && <li>{words('tolls.and-more', { more: claims.length - SHOWN })}</li>}
    </ul>
  );
  return folded ? (
    <details>
      <summary>
        {title} ({numberIn(claims.length)})
      </summary>
      {list}
    </details>
  ) : (
    <section>
      <h2>
        {title} ({numberIn(claims.length)})
      </h2>
      {list}
    </section>
  );
}

function ClaimRow({ claim, all }: { readonly claim: TollClaim; readonly all: readonly TollClaim[] }) {
  return (
    <li id={claim.id}>
      <StanceSign stance={claim.stance} />{' '}
      {claim.value !== null && <b class="value">{numberIn(claim.value)}</b>} <ClaimLink claim={claim} />,{' '}
      {dayWords(claim.saidAt)}
      {claim.unreviewed && <span class="why"> · {words('tolls.unreviewed')}</span>}
      <q dir="auto">{claim.words}</q>
      {claim.reason !== null && <Reason reason={claim.reason} claims={all} />}
    </li>
  );
}

/** Why a claim is left out, with links to the claims that the reason names. */
function Reason({ reason, claims }: { readonly reason: string; readonly claims: readonly TollClaim[] }) {
  return (
    <p class="why">
      {words('tolls.left-out-because')}{' '}
      {reasonParts(reasonIn(reason).text).map(({ text, claim }) => {
        const named = claims.find(({ id }) => id === claim);
        if (claim === null) return text;
        return named === undefined ? text.slice(0, 10) : <ClaimLink key={claim} claim={named} />;
      })}
    </p>
  );
}

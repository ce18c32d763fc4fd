/** One claim as a row: its exact words, who says so, and the way to where it stands. */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { words } from '../words/language.ts';
import { dayWords } from './day.ts';
import { StanceSign } from './stance-sign.tsx';

/** Words first. */
export function SaidClaim({ claim }: { readonly claim: ClaimShape }) {
  const { id, source, passages, chain, stance, saidAt, status } = claim;
  return (
    <li>
      <a class="said" dir="auto" href={`/read/${source.id}?claim=${id}`}>
        {passages.map(({ exact }) => exact).join(' … ') || claim.proposition.text}
      </a>
      <p>
        <bdi>{chain.at(-1)?.named ?? words('inbox.no-outlet')}</bdi> <StanceSign stance={stance} /> ·{' '}
        {words(`status.${status}`)} · <bdi>{source.publisher ?? words('inbox.no-outlet')}</bdi> ·{' '}
        {dayWords(saidAt ?? source.publishedAt)}
      </p>
    </li>
  );
}

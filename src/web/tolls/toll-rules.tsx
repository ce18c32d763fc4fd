/** The three rules side by side, each bound with the claim that sets it; and whose number a bound is. */
import type { Answer } from '../api/call.ts';
import { figureWords } from '../parts/figure.tsx';
import { numberIn, words } from '../words/language.ts';
import { ClaimLink, type TollClaim } from './toll-claims.tsx';

type Toll = Answer<'GET /api/tolls/{id}'>['toll'];
type SetBound = Toll['low'];

interface TollRulesProps {
  readonly toll: Toll;
  readonly claims: readonly TollClaim[];
}

const BOUNDS = ['low', 'best', 'high'] as const;

/** The table. */
export function TollRules({ toll, claims }: TollRulesProps) {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words('rules.title')}</h2>
      <div class="scroll">
        <table class="rules">
          <thead>
            <tr>
              <th scope="col">{words('rules.rule')}</th>
              {BOUNDS.map((bound) => (
                <th key={bound} scope="col">
                  {words(`bound.${bound}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {toll.rules.map((rule) => (
              <tr key={rule.rule}>
                <th scope="row">
                  {words(`rule.${rule.rule}`)}
                  <span class="why">{words(`rule.${rule.rule}.says`)}</span>
                </th>
                {BOUNDS.map((bound) => (
                  <td key={bound}>
                    <BoundCell bound={rule[bound]} byId={byId} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="why">{words('rules.headline')}</p>
    </section>
  );
}

interface BoundCellProps {
  readonly bound: SetBound;
  readonly byId: ReadonlyMap<string, TollClaim>;
}

function BoundCell({ bound, byId }: BoundCellProps) {
  if (bound === null) return <>{words('figure.not-stated')}</>;
  const claim = byId.get(bound.setBy);
  return (
    <>
      <b class="value">{numberIn(bound.value)}</b>
      <span class="why">{claim === undefined ? bound.setBy.slice(0, 10) : <ClaimLink claim={claim} />}</span>
    </>
  );
}

/** Bounds that only a party to the matter puts forward; nothing when there are none. */
export function PartyNote({ toll, claims }: TollRulesProps) {
  if (toll.byParty.length === 0) return null;
  const { withoutParties: rest } = toll;
  const silent = rest === null || (rest.low === null && rest.best === null && rest.high === null);
  return (
    <div class="notice warn">
      <ul class="reasons">
        {toll.byParty.map(({ bound, claim, party }) => {
          const named = claims.find(({ id }) => id === claim);
          return (
            <li key={`${bound} ${claim}`}>
              {words(`party.${party}`, { bound: words(`bound.${bound}`) })}{' '}
              {named !== undefined && <ClaimLink claim={named} />}
            </li>
          );
        })}
      </ul>
      <p>{silent ? words('party.nobody-else') : words('party.without', { figure: figureWords(rest) })}</p>
    </div>
  );
}

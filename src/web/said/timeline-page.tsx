/** What was said by day: a bar for each day, and the claims of the one that is open. What is asked for stands in the address. */
import { useState } from 'preact/hooks';
import { MEASURES } from '../../record/proposition.ts';
import { STANCES } from '../../record/stance.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { ChoiceFilter, Filters } from '../parts/filters.tsx';
import { Pages } from '../parts/pages.tsx';
import { SaidClaim } from '../parts/said-claim.tsx';
import { SaidTally } from '../parts/said-tally.tsx';
import { addressWith, ask, askedFrom } from '../shell/address.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';

const PER_PAGE = 50;

/** The page. */
export function TimelinePage({ query }: RoomProps) {
  const proposals = countsProposals();
  const asked = askedFrom(query, ['stance', 'measure', 'day']);
  const stance = STANCES.find((one) => one === asked.stance);
  const measure = MEASURES.find((one) => one === asked.measure);
  const day = asked.day || undefined;
  const [offset, setOffset] = useState(0);
  const { answer, fault, again } = useAnswer(
    'GET /api/timeline',
    proposals === null
      ? null
      : { query: { stance, measure, day, offset, limit: PER_PAGE, includeProposed: `${proposals}` } },
  );
  const put = (changed: Partial<typeof asked>): void => {
    setOffset(0);
    ask('/timeline', { ...asked, ...changed });
  };
  const most = Math.max(1, ...(answer?.days.map(({ count }) => count) ?? []));
  return (
    <div class="sheet">
      <h1>{words('nav.timeline')}</h1>
      <p class="lead">{words('timeline.lead')}</p>
      <Filters path="/timeline">
        <ChoiceFilter
          label={words('timeline.stance')}
          value={stance ?? ''}
          choices={STANCES.map((one) => [one, words(`stance.${one}`)])}
          choose={(value) => put({ stance: value })}
        />
        <ChoiceFilter
          label={words('timeline.measure')}
          value={measure ?? ''}
          choices={MEASURES.map((one) => [one, words(`measure.${one}`)])}
          choose={(value) => put({ measure: value })}
        />
      </Filters>
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.days.length === 0 && <p class="empty">{words('timeline.none')}</p>}
      <ol class="days">
        {answer?.days.map((one) => (
          <li key={one.day}>
            <a
              href={addressWith('/timeline', { ...asked, day: one.day === day ? '' : one.day })}
              aria-expanded={one.day === day}
              onClick={() => setOffset(0)}
            >
              {dayWords(one.day)}
            </a>
            <meter
              min={0}
              max={most}
              value={one.count}
              aria-label={words('timeline.count', { count: one.count })}
            />
            <SaidTally said={one.said} />
            {one.day === day && (
              <div class="day">
                <ol class="hits">
                  {answer.claims.map((claim) => (
                    <SaidClaim key={claim.id} claim={claim} />
                  ))}
                </ol>
                <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
              </div>
            )}
          </li>
        ))}
      </ol>
      {answer !== null && answer.undated > 0 && (
        <p class="why">{words('timeline.undated', { count: answer.undated })}</p>
      )}
    </div>
  );
}

/** All propositions, those most spoken of first: who is for and against, on how many origins, where each stands. */
import { useState } from 'preact/hooks';
import { MEASURES, type Measure } from '../../record/proposition.ts';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { originsText } from '../parts/origins-text.ts';
import { Pages } from '../parts/pages.tsx';
import { words } from '../words/language.ts';
import { sidesOf } from './sides.ts';
import { StandingTags } from './standing-tags.tsx';

const PER_PAGE = 30;

/** The list. */
export function PropositionList() {
  const [q, setQ] = useState('');
  const [measure, setMeasure] = useState<Measure | ''>('');
  const [offset, setOffset] = useState(0);
  const counted = countsProposals();
  const { answer, fault, again } = useAnswer(
    'GET /api/positions',
    counted === null
      ? null
      : {
          query: {
            q,
            offset,
            limit: PER_PAGE,
            includeProposed: counted ? 'true' : 'false',
            ...(measure === '' ? {} : { measure }),
          },
        },
  );
  return (
    <div class="sheet">
      <h1>{words('nav.propositions')}</h1>
      {answer !== null && <p class="lead">{words('prop.lead', { fitting: answer.fitting })}</p>}
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          {words('prop.find')}
          <input
            type="search"
            value={q}
            onInput={(event) => {
              setQ(event.currentTarget.value);
              setOffset(0);
            }}
          />
        </label>
        <label>
          {words('prop.measure')}
          <select
            value={measure}
            onChange={(event) => {
              setMeasure(event.currentTarget.value as Measure | '');
              setOffset(0);
            }}
          >
            <option value="">{words('prop.any')}</option>
            {MEASURES.map((one) => (
              <option key={one} value={one}>
                {words(`measure.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <a class="end" href="/propositions/alike">
          {words('prop.alike')}
        </a>
      </form>
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer === null && fault === null && <p class="empty">{words('shell.loading')}</p>}
      {answer?.propositions.length === 0 && <p class="empty">{words('prop.none')}</p>}
      <ol class="propositions">
        {answer?.propositions.map((row) => (
          <Row key={row.proposition.id} row={row} />
        ))}
      </ol>
      {answer !== null && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
      )}
    </div>
  );
}

type PropositionRow = Answer<'GET /api/positions'>['propositions'][number];

function Row({ row }: { readonly row: PropositionRow }) {
  const { proposition, measure, origins, positions, standing } = row;
  return (
    <li>
      <a href={`/propositions/${proposition.id}`} dir="auto" lang={proposition.lang}>
        {proposition.text}
      </a>
      <p>
        {measure !== null && `${words(`measure.${measure}`)} · `}
        {sidesText(positions)}
        <a href={`/propositions/${proposition.id}/origins`}>{originsText(origins.atLeast, origins.atMost)}</a>
      </p>
      <StandingTags standing={standing} />
    </li>
  );
}

const SIDES = ['for', 'against', 'other'] as const;

function sidesText(positions: PropositionRow['positions']): string {
  const sides = sidesOf(positions);
  return SIDES.filter((side) => sides[side] > 0)
    .map((side) => `${words(`prop.sides.${side}`, { count: sides[side] })} · `)
    .join('');
}

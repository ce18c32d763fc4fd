/** States and bodies by what they answered, each with its words; and who was asked without an answer on record. */
import { ANSWERS, MEASURES } from '../../record/proposition.ts';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { ChoiceFilter, Filters } from '../parts/filters.tsx';
import { SaidClaim } from '../parts/said-claim.tsx';
import { ask, askedFrom } from '../shell/address.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { byState, statesByAnswer } from './by-state.ts';

type Row = Answer<'GET /api/responses'>['responses'][number];

/** Told apart by shape; the word always stands beside it. */
const SHAPES: Readonly<Record<Row['answer'], readonly [shape: string, tone: string]>> = {
  granted: ['▲', 'confirms'],
  refused: ['◇', 'denies'],
  partly: ['◐', 'disputes'],
  pending: ['→', 'undertakes'],
  declined: ['□', 'declines'],
  silent: ['·', 'silent'],
};

/** The page. */
export function ResponsesPage({ query }: RoomProps) {
  const proposals = countsProposals();
  const question = proposals === null ? null : { query: { includeProposed: `${proposals}` as const } };
  const { answer, fault, again } = useAnswer('GET /api/responses', question, { whole: 'responses' });
  const requests = useAnswer('GET /api/responses/asked', question, { whole: 'asked' });
  const asked = askedFrom(query, ['answer', 'measure']);
  const { answer: wanted, measure } = asked;
  const put = (changed: Partial<typeof asked>): void => ask('/responses', { ...asked, ...changed });
  const ofMeasure = answer?.responses.filter((one) => measure === '' || one.measure === measure) ?? [];
  const many = statesByAnswer(ofMeasure);
  const shown = ofMeasure.filter((one) => wanted === '' || one.answer === wanted);
  return (
    <div class="sheet">
      <h1>{words('nav.responses')}</h1>
      <p class="lead">{words('responses.lead')}</p>
      <Filters path="/responses">
        <ChoiceFilter
          label={words('responses.measure')}
          value={measure}
          choices={MEASURES.filter((one) => answer?.responses.some((row) => row.measure === one)).map(
            (one) => [one, words(`measure.${one}`)],
          )}
          choose={(value) => put({ measure: value })}
        />
        <fieldset class="answers">
          <legend>{words('responses.answers')}</legend>
          {ANSWERS.map((one) => (
            <button
              type="button"
              key={one}
              aria-pressed={one === wanted}
              onClick={() => put({ answer: one === wanted ? '' : one })}
            >
              <AnswerSign answer={one} /> {many.get(one) ?? 0}
            </button>
          ))}
        </fieldset>
      </Filters>
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && shown.length === 0 && <p class="empty">{words('responses.none')}</p>}
      {byState(shown).map(({ name, rows }) => (
        <section key={name} class="state-rows">
          <h2 dir="auto">{name}</h2>
          <ol class="hits">
            {rows.map((row) => (
              <ResponseRow key={`${row.measure} ${row.answer} ${row.statedBy}`} row={row} />
            ))}
          </ol>
        </section>
      ))}
      {(requests.answer?.asked.length ?? 0) > 0 && (
        <section class="state-rows">
          <h2>{words('responses.asked')}</h2>
          <p class="why">{words('responses.asked-why')}</p>
          <ol class="hits">
            {requests.answer?.asked.map(({ byName, measure: what, askedOn, daysWithout, claims }) => (
              <li key={`${byName} ${what}`}>
                <b dir="auto">{byName}</b> · {words(`measure.${what}`)}
                <p>
                  {words('responses.asked-on', { day: dayWords(askedOn) })}
                  {daysWithout !== null && `, ${words('responses.days-without', { count: daysWithout })}`}
                </p>
                <Claims claims={claims} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function AnswerSign({ answer }: { readonly answer: Row['answer'] }) {
  const [shape, tone] = SHAPES[answer];
  return (
    <span class={`st ${tone}`}>
      <i aria-hidden="true">{shape}</i> {words(`answer.${answer}`)}
    </span>
  );
}

function ResponseRow({ row }: { readonly row: Row }) {
  return (
    <li>
      {dayWords(row.reportedAt)} · {words(`measure.${row.measure}`)}: <AnswerSign answer={row.answer} />,{' '}
      {words(`responses.by-${row.statedBy}`, { names: row.saidBy.map(({ name }) => name).join(', ') })}
      {row.reason !== null && (
        <p class="said" dir="auto">
          “{row.reason}”
        </p>
      )}
      <Claims claims={row.claims} />
    </li>
  );
}

function Claims({ claims }: { readonly claims: Row['claims'] }) {
  return (
    <details>
      <summary>{words('responses.claims', { count: claims.length })}</summary>
      <ol class="hits">
        {claims.map((claim) => (
          <SaidClaim key={claim.id} claim={claim} />
        ))}
      </ol>
    </details>
  );
}

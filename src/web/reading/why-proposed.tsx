/** Why the reader proposes a claim, in the words of `onrecord propose --explain`: asked for when it is opened. */
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { ReasonText } from '../parts/reason-text.tsx';
import { numberIn, words } from '../words/language.ts';

/** Features that are worth a line. */
const MOST_FEATURES = 6;

/** What decided, how sure it was, and what spoke for it and against it. */
export function WhyProposed({ claim }: { readonly claim: string }) {
  const { answer, fault, again } = useAnswer('GET /api/claims/{id}/why', { params: { id: claim } });
  return (
    <div class="why-proposed" role="status">
      <h2>{words('reading.why.title')}</h2>
      {fault !== null && <Fault fault={fault} again={again} />}
      {fault === null && answer === null && <p class="why">{words('shell.loading')}</p>}
      {answer !== null && (
        <>
          <p class="why">
            {words(`reading.why.by.${answer.by}`)}
            {answer.rule !== null && (
              <>
                : <ReasonText reason={answer.rule} />
              </>
            )}
            {answer.extractor !== null && (
              <>
                {' '}
                · <code>{answer.extractor}</code>
              </>
            )}
          </p>
          {answer.confidence !== null && (
            <p class="why">
              {words('reading.why.confidence', { confidence: numberIn(answer.confidence, 2) })}
            </p>
          )}
          <ul>
            {answer.features.slice(0, MOST_FEATURES).map(({ what, weight }) => (
              <li key={what}>
                <b>
                  {words(weight < 0 ? 'reading.why.against' : 'reading.why.for', {
                    weight: numberIn(Math.abs(weight), 2),
                  })}
                </b>{' '}
                <ReasonText reason={what} />
              </li>
            ))}
          </ul>
          {answer.features.length === 0 && answer.note === null && (
            <p class="why">{words('reading.why.alone')}</p>
          )}
          {answer.note !== null && (
            <p class="why">
              <ReasonText reason={answer.note} />
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** Estimates of what nobody recorded, in a panel of their own: never drawn with a toll and never added to one. */
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { ReasonText } from '../parts/reason-text.tsx';
import { numberIn, words } from '../words/language.ts';

type Estimate = Answer<'GET /api/estimates'>['estimates'][number];

/** The panel, with or without estimates: that none is on record is said, too. */
export function EstimatesPanel() {
  const { answer, fault, again } = useAnswer('GET /api/estimates', {}, { whole: 'estimates' });
  const estimates = answer?.estimates ?? [];
  const now = estimates.filter(({ replaced }) => !replaced);
  const before = estimates.filter(({ replaced }) => replaced);
  return (
    <section class="estimates" aria-labelledby="estimates">
      <h2 id="estimates">{words('estimates.title')}</h2>
      <p class="why">{words('estimates.lead')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && estimates.length === 0 && <p>{words('estimates.none')}</p>}
      {now.map((estimate) => (
        <EstimateBox key={estimate.entry} estimate={estimate} />
      ))}
      {before.length > 0 && (
        <details>
          <summary>{words('estimates.earlier', { count: before.length })}</summary>
          {before.map((estimate) => (
            <EstimateBox key={estimate.entry} estimate={estimate} />
          ))}
        </details>
      )}
    </section>
  );
}

function EstimateBox({ estimate }: { readonly estimate: Estimate }) {
  const { about, recorded, lists, methods, program, at, by, entry } = estimate;
  return (
    <div class="panel">
      <h3 dir="auto">{about}</h3>
      <p>
        {words('estimates.recorded', { count: recorded })} {words('estimates.lists', { count: lists.length })}{' '}
        <bdi>{lists.join(', ')}</bdi>
      </p>
      <table>
        <caption class="unseen">{about}</caption>
        <thead>
          <tr>
            <th scope="col">{words('estimates.method')}</th>
            <th scope="col">{words('estimates.people')}</th>
            <th scope="col">{words('estimates.limits')}</th>
          </tr>
        </thead>
        <tbody>
          {methods.map((method) => (
            <tr key={method.method}>
              <th scope="row">
                <ReasonText reason={method.method} />
              </th>
              {'refused' in method ? (
                <>
                  <td>{words('estimates.refused')}</td>
                  <td>
                    {method.refused.map((reason) => (
                      <p key={reason}>
                        <ReasonText reason={reason} />
                      </p>
                    ))}
                  </td>
                </>
              ) : (
                <>
                  <td>
                    {method.floor && `${words('figure.at-least')} `}
                    <b>{numberIn(method.people)}</b>
                  </td>
                  <td>
                    {numberIn(method.low)} {words('figure.to')} {numberIn(method.high)}
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="why">{words('estimates.kept', { by, day: dayWords(at), entry, program })}</p>
    </div>
  );
}

/** Counts of the scope added up, each measure by itself: nobody twice in the low, the plain sums beside. */
import { useState } from 'preact/hooks';
import type { Answer, Question } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { Figure, figureWords } from '../parts/figure.tsx';
import { numberIn, words } from '../words/language.ts';

interface TotalsPanelProps {
  readonly scope: NonNullable<Question<'GET /api/totals'>['query']>;
}

/** Asked for by a click: a total over everything says little, and takes longest. */
export function TotalsPanel({ scope }: TotalsPanelProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="totals" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words('totals.title')}</summary>
      {open && <Totals scope={scope} />}
    </details>
  );
}

function Totals({ scope }: TotalsPanelProps) {
  const { answer, fault, loading, again } = useAnswer('GET /api/totals', { query: scope });
  if (fault !== null) return <Fault fault={fault} again={again} />;
  if (answer === null || loading) return <p class="why">{words('tolls.reckoning')}</p>;
  return (
    <>
      <p class="why">{words('totals.lead')}</p>
      {answer.totals.map((total) => (
        <TotalBox key={total.measure} total={total} />
      ))}
    </>
  );
}

type Total = Answer<'GET /api/totals'>['totals'][number];

function TotalBox({ total }: { readonly total: Total }) {
  const { measure, sums, simulated, parts, mayOverlap, exactLow, openFrom, low, best, high, net } = total;
  // A number that somebody gives as about right is no "at least".
  const open = high === null && openFrom > Math.max(low ?? 0, best ?? 0) ? openFrom : null;
  return (
    <div class="panel total">
      <h3>{words(`measure.${measure}`)}</h3>
      <p class="number">
        <Figure bounds={total} openFrom={open} />
      </p>
      <ul class="why">
        <li>{words('totals.counts', { count: parts.length })}</li>
        <li>
          {mayOverlap > 0 ? words('totals.overlap', { count: mayOverlap }) : words('totals.no-overlap')}
        </li>
        {!exactLow && <li>{words('totals.low-small')}</li>}
        <li>{words('totals.sums', { figure: figureWords(sums) })}</li>
        {simulated !== null && (
          <li>
            {words('totals.simulated', {
              low: simulated.low,
              high: simulated.high,
              middle: simulated.middle,
              draws: simulated.draws,
            })}
            {simulated.openAbove && `. ${words('totals.open-above')}`}
          </li>
        )}
        {net !== null && (
          <li>
            {words('tolls.net', { named: net.named.length, figure: figureWords({ ...net, best: null }) })}
          </li>
        )}
      </ul>
      <details>
        <summary>{words('totals.parts')}</summary>
        <ul class="reasons">
          {parts.map(({ proposition, text, bounds, inLow, share, large, surelyInside }) => (
            <li key={proposition}>
              <a href={`/tolls/${proposition}`} dir="auto">
                {text}
              </a>
              : {figureWords(bounds)}
              {share !== null && `, ${words('totals.share', { share: numberIn(Math.round(share * 100)) })}`}
              {large && ` · ${words('totals.large')}`}
              {!inLow && ` · ${words('totals.not-in-low')}`}
              {!surelyInside && ` · ${words('totals.partly')}`}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

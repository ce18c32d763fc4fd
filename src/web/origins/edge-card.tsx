/** One line: the words it rests on, what a decision would change, and the decision. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { originsText } from '../parts/origins-text.ts';
import { Refused } from '../parts/refused.tsx';
import { useKept } from '../shell/kept.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { WithinTeam } from '../together/within-team.tsx';
import { words } from '../words/language.ts';
import { reasonIn } from '../words/reasons.ts';
import { type Edge, lineWords } from './line-words.ts';

type Question = Answer<'GET /api/propositions/{id}/origins'>['questions'][number];

interface EdgeProps {
  readonly edge: Edge;
  /** What is open about it; null: nothing, or it was decided. */
  readonly question: Question | null;
  /** Told before a decision is written. */
  deciding(): void;
}

/** The card. */
export function EdgeCard({ edge, question, deciding }: EdgeProps) {
  const { because, evidence, link, reviews } = edge;
  return (
    <section class="card edge-card" aria-live="polite">
      <h2 dir="auto">{lineWords(edge)}</h2>
      {because !== null && <p class="why">{words('orig.because', { because: reasonIn(because).text })}</p>}
      <h3>{words('orig.evidence')}</h3>
      {evidence.length === 0 && <p class="why">{words('orig.evidence-none')}</p>}
      {evidence.map(({ source, claim, side, prefix, exact, suffix, capture, start }) => (
        <blockquote key={`${capture} ${start}`} dir="auto">
          {prefix}
          <a href={`/read/${source}${claim === null ? '' : `?claim=${claim}`}`}>
            <mark>{exact}</mark>
          </a>
          {suffix}
          {side === 'to' && <small> {words('orig.side.to')}</small>}
        </blockquote>
      ))}
      {question !== null && (
        <p>
          {words('orig.if-confirmed', {
            interval: originsText(question.ifYes.atLeast, question.ifYes.atMost),
          })}
          <br />
          {words('orig.if-cut', { interval: originsText(question.ifNo.atLeast, question.ifNo.atMost) })}
        </p>
      )}
      {reviews.map(({ at, by, decision, reason }) => (
        <p class="why" key={at}>
          {words('orig.decided', {
            decision: words(
              decision === 'confirmed'
                ? 'orig.status.confirmed'
                : decision === 'cut'
                  ? 'orig.status.cut'
                  : 'orig.undo',
            ),
            by,
            day: dayWords(at),
            reason: reason ?? '',
          })}
        </p>
      ))}
      {link === null ? (
        <p class="why">{words('orig.from-claims')}</p>
      ) : (
        <Decide key={link} link={link} status={edge.status} deciding={deciding} />
      )}
      {link !== null && <WithinTeam thing={link} source={null} />}
    </section>
  );
}

interface DecideProps {
  readonly link: string;
  readonly status: Edge['status'];
  deciding(): void;
}

function Decide({ link, status, deciding }: DecideProps) {
  const reason = useKept(`reason link ${link}`, '');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const decide = async (decision: 'confirmed' | 'cut' | 'undone'): Promise<void> => {
    if (!(await isNamed())) return;
    setBusy(true);
    deciding();
    try {
      const seen = status === null ? {} : { seen: status };
      const body = { links: [link], decision, reason: reason.value, ...seen };
      await call('POST /api/links/decisions', { body });
      reason.done();
      setFault(null);
      await refreshRecord();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  const waits = busy || reason.value.trim() === '';
  return (
    <form class="decide" onSubmit={(event) => event.preventDefault()}>
      <label>
        {words('orig.reason')}
        <input
          type="text"
          value={reason.value}
          autocomplete="off"
          onInput={(event) => reason.change(event.currentTarget.value)}
        />
      </label>
      <Refused why={fault} />
      <p class="row">
        {status !== 'confirmed' && (
          <button type="button" class="yes" disabled={waits} onClick={() => void decide('confirmed')}>
            {words('orig.confirm')}
          </button>
        )}
        {status !== 'cut' && (
          <button type="button" disabled={waits} onClick={() => void decide('cut')}>
            {words('orig.cut')}
          </button>
        )}
        {status !== 'proposed' && (
          <button type="button" disabled={waits} onClick={() => void decide('undone')}>
            {words('orig.undo')}
          </button>
        )}
      </p>
    </form>
  );
}

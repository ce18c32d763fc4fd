/** The voices behind a figure: several names of one voice are ticked and found to be one; two can be found to be two. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { words } from '../words/language.ts';

type Listed = Answer<'GET /api/propositions/{id}/voices'>;
type Voice = Listed['voices'][number];
type Finding = Listed['findings'][number];
type Relation = Finding['relation'];

interface VoicesProps {
  readonly id: string;
  readonly includeProposed: boolean;
  /** Told before a finding is written. */
  deciding(): void;
}

/** The section. */
export function Voices({ id, includeProposed, deciding }: VoicesProps) {
  const asked = { params: { id }, query: { includeProposed: includeProposed ? 'true' : 'false' } } as const;
  const { answer, fault, again } = useAnswer('GET /api/propositions/{id}/voices', asked);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [relation, setRelation] = useState<Relation | null>(null);
  const [undoing, setUndoing] = useState<Finding | null>(null);
  const picked = (answer?.voices ?? []).filter((one) => chosen.includes(one.id));
  const choose = (voice: string, on: boolean): void =>
    setChosen((all) => (on ? [...all, voice] : all.filter((one) => one !== voice)));
  const standing = (answer?.findings ?? []).filter(({ undone }) => undone === null);
  return (
    <section class="voices" aria-labelledby="voices">
      <h2 id="voices">{words('voices.title')}</h2>
      <p class="why">{words('voices.note')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      <ul class="lines">
        {answer?.voices.map((voice) => (
          <li key={voice.id}>
            <label class="row">
              <input
                type="checkbox"
                checked={chosen.includes(voice.id)}
                onChange={(event) => choose(voice.id, event.currentTarget.checked)}
              />
              <bdi>{voice.name}</bdi> <span class="why">{about(voice)}</span>
            </label>
          </li>
        ))}
      </ul>
      <p class="row">
        <button type="button" disabled={picked.length < 2} onClick={() => setRelation('same')}>
          {words('voices.same', { count: picked.length })}
        </button>
        <button
          type="button"
          class="plain"
          disabled={picked.length !== 2}
          onClick={() => setRelation('distinct')}
        >
          {words('voices.distinct')}
        </button>
      </p>
      {standing.length > 0 && (
        <ul class="lines">
          {standing.map((finding) => (
            <li key={finding.id}>
              {words(`voices.found.${finding.relation}`)} <bdi>{finding.a.name}</bdi>,{' '}
              <bdi>{finding.b.name}</bdi>.{' '}
              <span class="why">
                <bdi>{finding.by}</bdi>, {dayWords(finding.at)}: <bdi>{finding.reason}</bdi>
              </span>{' '}
              <button type="button" class="plain" onClick={() => setUndoing(finding)}>
                {words('orig.undo')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {relation !== null && (
        <ReasonDialog
          title={words(`voices.${relation}`, { count: picked.length })}
          does={words(`voices.do.${relation}`)}
          of={`voices ${relation} ${picked.map((one) => one.id.slice(0, 9)).join(' ')}`.slice(0, 200)}
          close={() => setRelation(null)}
          write={async (reason) => {
            deciding();
            const voices = picked.map((one) => one.id);
            await call('POST /api/voices/findings', {
              body: { relation, voices, proposition: null, reason },
            });
            setChosen([]);
          }}
        >
          <ul class="join">
            {picked.map((voice) => (
              <li key={voice.id}>
                <bdi>{voice.name}</bdi>
              </li>
            ))}
          </ul>
          <p class="why">{words(`voices.means.${relation}`)}</p>
        </ReasonDialog>
      )}
      {undoing !== null && (
        <ReasonDialog
          title={words('orig.undo')}
          does={words('orig.undo')}
          of={`voices undo ${undoing.id}`}
          close={() => setUndoing(null)}
          write={(reason) => {
            deciding();
            return call('POST /api/voices/findings/{id}/undo', {
              params: { id: undoing.id },
              body: { reason },
            });
          }}
        >
          <p>
            {words(`voices.found.${undoing.relation}`)} <bdi>{undoing.a.name}</bdi>,{' '}
            <bdi>{undoing.b.name}</bdi>.
          </p>
        </ReasonDialog>
      )}
    </section>
  );
}

function about({ kind, origin, held }: Voice): string {
  const what = words(held ? `voices.kind.${kind}` : 'voices.not-held');
  return origin ? `${what} · ${words('voices.origin')}` : what;
}

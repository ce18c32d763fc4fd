/** What was decided on pairs of listings, each to be taken back; what was taken back stays, marked. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import type { DeskFault } from '../api/desk-fault.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';
import { PeopleReason } from './people-reason.tsx';

interface DecisionsProps {
  /** Whether the words of a decision are asked for. */
  fits(text: string): boolean;
  readonly open: boolean;
}

/** Nothing while nothing was decided. */
export function DecisionList({ fits, open }: DecisionsProps) {
  const { answer, fault, again } = useAnswer('GET /api/people/decisions', {}, { whole: 'decisions' });
  const [undoing, setUndoing] = useState<string | null>(null);
  const [refused, setRefused] = useState<DeskFault | null>(null);
  const undo = async (id: string, reason: string): Promise<void> => {
    setUndoing(null);
    if (!(await isNamed())) return;
    await call('POST /api/people/decisions/{id}/undo', { params: { id }, body: { reason } }).then(
      () => setRefused(null),
      (error: DeskFault) => setRefused(error),
    );
    await refreshRecord();
  };
  if (fault !== null) return <Fault fault={fault} again={again} />;
  const decisions = (answer?.decisions ?? []).filter(({ by, reason, undone }) =>
    fits([by, reason, undone?.by, undone?.reason].join(' ')),
  );
  if (decisions.length === 0) return null;
  return (
    <details class="decided" open={open}>
      <summary>{words('people.decisions', { count: decisions.length })}</summary>
      {refused !== null && <Fault fault={refused} />}
      <ul class="behind">
        {decisions.map(({ id, relation, a, b, reason, by, at, undone }) => (
          <li key={id} class={undone === null ? '' : 'undone'}>
            <code>{a.slice(0, 12)}</code> {relation === 'same' ? '=' : '≠'} <code>{b.slice(0, 12)}</code>{' '}
            {words(`people.decided.${relation}`)}, {by}, {dayWords(at)}: <q dir="auto">{reason}</q>
            {undone === null ? (
              <button type="button" class="plain" onClick={() => setUndoing(id)}>
                {words('people.undo')}
              </button>
            ) : (
              <span class="why">
                {words('people.undone', { by: undone.by, day: dayWords(undone.at), reason: undone.reason })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {undoing !== null && (
        <PeopleReason
          deciding="undo"
          of={undoing}
          close={() => setUndoing(null)}
          decide={(reason) => void undo(undoing, reason)}
        />
      )}
    </details>
  );
}

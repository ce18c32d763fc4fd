/** A person says what happened, in neutral words, when and where, what it follows from, which propositions speak of it, and why. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useKept } from '../shell/kept.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';
import { bodyOf, type IncidentDraft } from './incident-draft.ts';
import { PropositionField } from './proposition-field.tsx';

interface FormProps {
  /** Of the one that is changed; null: a new one. */
  readonly id: string | null;
  readonly begin: IncidentDraft;
  /** Told the id of what was recorded; null: nothing was. */
  close(made: string | null): void;
}

/** The form. */
export function IncidentForm({ id, begin, close }: FormProps) {
  const kept = useKept(`incident ${id ?? 'new'}`, JSON.stringify(begin));
  const draft: IncidentDraft = { ...begin, ...JSON.parse(kept.value) };
  const [fault, setFault] = useState<string | null>(null);
  const set = (changes: Partial<IncidentDraft>): void =>
    kept.change(JSON.stringify({ ...draft, ...changes }));
  const query = { limit: 200, includeProposed: 'true' } as const;
  const places = useAnswer('GET /api/places', { query }).answer?.places ?? [];
  const listed = useAnswer('GET /api/incidents', { query }).answer;
  const others = listed?.incidents.filter((one) => one.id !== id) ?? [];
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isNamed())) return;
    try {
      const made = await call('POST /api/incidents', { body: bodyOf(draft, id) });
      kept.done();
      await refreshRecord();
      close(made.id);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form class="record-form" onSubmit={submit}>
      <label>
        {words('incidents.form.title')}
        <input
          type="text"
          required
          value={draft.title}
          onInput={(event) => set({ title: event.currentTarget.value })}
        />
      </label>
      <div class="row">
        <label>
          {words('incidents.kind')}
          <input
            type="text"
            required
            list="incident-kinds"
            value={draft.kind}
            onInput={(event) => set({ kind: event.currentTarget.value })}
          />
        </label>
        <datalist id="incident-kinds">
          {listed?.kinds.map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        <label>
          {words('incidents.form.clarity')}
          <select
            value={draft.clarity}
            onChange={(event) => set({ clarity: event.currentTarget.value === '2' ? 2 : 1 })}
          >
            {([1, 2] as const).map((one) => (
              <option key={one} value={one}>
                {words(`incidents.clarity.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words('incidents.form.place')}
          <select value={draft.place} onChange={(event) => set({ place: event.currentTarget.value })}>
            <option value="">{words('places.form.nothing')}</option>
            {places
              .filter(({ placing }) => placing === 'recorded')
              .map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
          </select>
        </label>
      </div>
      <div class="row">
        <label>
          {words('incidents.form.when')}
          <input
            type="text"
            value={draft.when}
            onInput={(event) => set({ when: event.currentTarget.value })}
          />
        </label>
        <label>
          {words('incidents.form.extent')}
          <select
            value={draft.extent}
            onChange={(event) =>
              set({ extent: event.currentTarget.value === 'throughout' ? 'throughout' : 'within' })
            }
          >
            {(['within', 'throughout'] as const).map((one) => (
              <option key={one} value={one}>
                {words(`incidents.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PropositionField value={draft.propositions} change={(propositions) => set({ propositions })} />
      {others.length > 0 && (
        <fieldset>
          <legend>{words('incidents.form.chain')}</legend>
          {others.map((one) => (
            <label key={one.id} class="check">
              <input
                type="checkbox"
                checked={draft.chain.includes(one.id)}
                onChange={(event) =>
                  set({
                    chain: event.currentTarget.checked
                      ? [...draft.chain, one.id]
                      : draft.chain.filter((other) => other !== one.id),
                  })
                }
              />
              <bdi>{one.title}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      <label>
        {words('places.form.reason')}
        <input
          type="text"
          required
          value={draft.reason}
          onInput={(event) => set({ reason: event.currentTarget.value })}
        />
      </label>
      {fault !== null && (
        <p class="stop" role="alert">
          {fault}
        </p>
      )}
      <p class="row">
        <button type="submit" class="yes">
          {words('places.form.do')}
        </button>
        <button
          type="button"
          onClick={() => {
            kept.done();
            close(null);
          }}
        >
          {words('form.cancel')}
        </button>
      </p>
    </form>
  );
}

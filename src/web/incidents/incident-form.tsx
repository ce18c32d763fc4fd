/** A person says what happened, in neutral words, when and where, what it follows from, which propositions speak of it, and why. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChoiceField, LineField, RecordForm } from '../parts/record-form.tsx';
import { useKept } from '../shell/kept.ts';
import { Present } from '../together/present.tsx';
import { VersionsPanel } from '../versions/versions-panel.tsx';
import { words } from '../words/language.ts';
import { type Basis, basisOf, bodyOf, type IncidentDraft } from './incident-draft.ts';
import { PropositionField } from './proposition-field.tsx';
import { shownFields } from './shown-fields.ts';

interface FormProps {
  /** Of the one that is changed; null: a new one. */
  readonly id: string | null;
  readonly begin: IncidentDraft;
  /** The version that is changed; null: none. */
  readonly basis?: Basis | null;
  /** Told the id of what was recorded; null: nothing was. */
  close(made: string | null): void;
}

/** The form. */
export function IncidentForm({ id, begin, basis = null, close }: FormProps) {
  // The page goes on being refreshed: what one began with is kept with what one makes of it.
  const [first] = useState({ ...begin, basis });
  const kept = useKept(`incident ${id ?? 'new'}`, JSON.stringify(first));
  const draft: typeof first = { ...first, ...JSON.parse(kept.value) };
  const set = (changes: Partial<typeof first>): void => kept.change(JSON.stringify({ ...draft, ...changes }));
  const [meanwhile, setMeanwhile] = useState<{ readonly told: string; readonly theirs: Basis } | null>(null);
  const write = async (): Promise<string> => {
    try {
      const body = bodyOf(draft, id, draft.basis?.seen ?? null);
      return (await call('POST /api/incidents', { body })).id;
    } catch (error) {
      if (id !== null && error instanceof DeskFault && error.code === 'changed-meanwhile') {
        const query = { includeProposed: 'true', limit: 200 } as const;
        const theirs = basisOf(await call('GET /api/incidents/{id}', { params: { id }, query }));
        if (theirs !== null) setMeanwhile({ told: error.message, theirs });
      }
      throw error;
    }
  };
  const query = { limit: 200, includeProposed: 'true' } as const;
  const places = useAnswer('GET /api/places', { query }).answer?.places ?? [];
  const listed = useAnswer('GET /api/incidents', { query }).answer;
  const others = listed?.incidents.filter((one) => one.id !== id) ?? [];
  return (
    <RecordForm kept={kept} write={write} close={close}>
      {id !== null && <Present thing={id} />}
      {meanwhile !== null && draft.basis !== null && (
        <VersionsPanel
          told={meanwhile.told}
          versions={{ base: draft.basis.begin, theirs: meanwhile.theirs.begin, yours: draft }}
          fields={shownFields(
            (key) => places.find((one) => one.key === key)?.name ?? key,
            [...(listed?.incidents ?? [])],
          )}
          use={(together) => {
            set({ ...together, reason: draft.reason, basis: meanwhile.theirs });
            setMeanwhile(null);
          }}
        />
      )}
      <LineField
        label={words('incidents.form.title')}
        required
        value={draft.title}
        change={(title) => set({ title })}
      />
      <div class="row">
        <LineField
          label={words('incidents.kind')}
          required
          usual="incident-kinds"
          value={draft.kind}
          change={(kind) => set({ kind })}
        />
        <datalist id="incident-kinds">
          {listed?.kinds.map((kind) => (
            <option key={kind} value={kind} />
          ))}
        </datalist>
        <ChoiceField
          label={words('incidents.form.clarity')}
          value={String(draft.clarity)}
          choices={([1, 2] as const).map((one) => [String(one), words(`incidents.clarity.${one}`)])}
          choose={(value) => set({ clarity: value === '2' ? 2 : 1 })}
        />
        <ChoiceField
          label={words('incidents.form.place')}
          value={draft.place}
          choices={places.flatMap(({ placing, key, name }) =>
            placing === 'recorded' ? [[key, name] as const] : [],
          )}
          none={words('places.form.nothing')}
          choose={(place) => set({ place })}
        />
      </div>
      <div class="row">
        <LineField label={words('incidents.form.when')} value={draft.when} change={(when) => set({ when })} />
        <ChoiceField
          label={words('incidents.form.extent')}
          value={draft.extent}
          choices={(['within', 'throughout'] as const).map((one) => [one, words(`incidents.${one}`)])}
          choose={(value) => set({ extent: value === 'throughout' ? 'throughout' : 'within' })}
        />
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
      <LineField
        label={words('places.form.reason')}
        required
        value={draft.reason}
        change={(reason) => set({ reason })}
      />
    </RecordForm>
  );
}

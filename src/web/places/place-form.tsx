/** A person says what place the words mean: its kind, where it lies if that may be said, how exactly, and why. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { PLACE_KINDS } from '../../record/place.ts';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { countryName } from '../parts/region-names.ts';
import { useKept } from '../shell/kept.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';
import { bodyOf, draftOf, type PlaceDraft } from './place-draft.ts';
import { precisionWords, SITE_TYPES } from './place-words.ts';
import { PRECISIONS } from './precisions.ts';
import { RunByField } from './run-by-field.tsx';

interface FormProps {
  readonly one: Answer<'GET /api/places/{key}'>;
  /** Told the id of what was recorded; null: nothing was. */
  close(made: string | null): void;
}

/** The form. */
export function PlaceForm({ one, close }: FormProps) {
  const begins = draftOf(one);
  const kept = useKept(`place ${one.place.key}`.slice(0, 200), JSON.stringify(begins));
  const draft: PlaceDraft = { ...begins, ...JSON.parse(kept.value) };
  const [fault, setFault] = useState<string | null>(null);
  const set = (changes: Partial<PlaceDraft>): void => kept.change(JSON.stringify({ ...draft, ...changes }));
  const codes = useAnswer('GET /api/countries', {}, { fixed: true }).answer?.codes ?? [];
  const recorded = useAnswer('GET /api/places', { query: { limit: 200, includeProposed: 'true' } });
  const holders = (recorded.answer?.places ?? []).filter(
    ({ placing, key }) => placing === 'recorded' && key !== one.place.key,
  );
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isNamed())) return;
    try {
      const { id } = await call('POST /api/places', { body: bodyOf(draft, one) });
      kept.done();
      await refreshRecord();
      close(id);
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  };
  const text = (field: 'name' | 'reason') => (
    <label>
      {words(`places.form.${field}`)}
      <input
        type="text"
        required
        value={draft[field]}
        onInput={(event) => set({ [field]: event.currentTarget.value })}
      />
    </label>
  );
  const degrees = (field: 'latitude' | 'longitude') => (
    <label>
      {words(`places.form.${field}`)}
      <input
        type="number"
        step="any"
        value={draft[field]}
        onInput={(event) => set({ [field]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <form class="record-form" onSubmit={submit}>
      <div class="row">
        {text('name')}
        <Choice
          name={words('places.kind')}
          value={draft.kind}
          choose={(value) => set({ kind: PLACE_KINDS.find((kind) => kind === value) ?? draft.kind })}
        >
          {PLACE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {words(`places.kind.${kind}`)}
            </option>
          ))}
        </Choice>
        <Choice name={words('places.country')} value={draft.country} choose={(country) => set({ country })}>
          <option value="">{words('places.form.nothing')}</option>
          {codes.map((code) => (
            <option key={code} value={code}>
              {countryName(code)}
            </option>
          ))}
        </Choice>
        <Choice name={words('places.form.part-of')} value={draft.partOf} choose={(partOf) => set({ partOf })}>
          <option value="">{words('places.form.nothing')}</option>
          {holders.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Choice>
      </div>
      {draft.kind !== 'country' && (
        <>
          <div class="row">
            {degrees('latitude')}
            {degrees('longitude')}
            <Choice
              name={words('places.precision')}
              value={draft.precision}
              choose={(precision) => set({ precision })}
            >
              <option value="">{words('places.exact.none')}</option>
              {PRECISIONS.map((code) => (
                <option key={code} value={code}>
                  {precisionWords({ scheme: 'ucdp-where-prec', code })}
                </option>
              ))}
            </Choice>
          </div>
          <p class="why">{words('places.form.coordinates')}</p>
        </>
      )}
      {draft.kind === 'site' && (
        <>
          <Choice
            name={words('places.site-type')}
            value={draft.siteType}
            choose={(siteType) => set({ siteType })}
          >
            <option value="">{words('places.form.nothing')}</option>
            {SITE_TYPES.map((type) => (
              <option key={type} value={type}>
                {words(`site.${type}`)}
              </option>
            ))}
          </Choice>
          <RunByField figures={one.figures} value={draft.runBy} change={(runBy) => set({ runBy })} />
        </>
      )}
      <label>
        {words('places.form.wordings')}
        <textarea
          rows={2}
          required
          value={draft.wordings}
          onInput={(event) => set({ wordings: event.currentTarget.value })}
        />
      </label>
      {text('reason')}
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

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  choose(value: string): void;
  readonly children: ComponentChildren;
}

function Choice({ name, value, choose, children }: ChoiceProps) {
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}

/** A person says what place the words mean: its kind, where it lies if that may be said, how exactly, and why. */
import { PLACE_KINDS } from '../../record/place.ts';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { ChoiceField, LineField, RecordForm } from '../parts/record-form.tsx';
import { countryName } from '../parts/region-names.ts';
import { useKept } from '../shell/kept.ts';
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
  const set = (changes: Partial<PlaceDraft>): void => kept.change(JSON.stringify({ ...draft, ...changes }));
  const codes = useAnswer('GET /api/countries', {}, { fixed: true }).answer?.codes ?? [];
  const recorded = useAnswer('GET /api/places', { query: { limit: 200, includeProposed: 'true' } });
  const holders = (recorded.answer?.places ?? []).filter(
    ({ placing, key }) => placing === 'recorded' && key !== one.place.key,
  );
  const none = words('places.form.nothing');
  const line = (field: 'name' | 'reason') => (
    <LineField
      label={words(`places.form.${field}`)}
      required
      value={draft[field]}
      change={(value) => set({ [field]: value })}
    />
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
    <RecordForm
      kept={kept}
      write={async () => (await call('POST /api/places', { body: bodyOf(draft, one) })).id}
      close={close}
    >
      <div class="row">
        {line('name')}
        <ChoiceField
          label={words('places.kind')}
          value={draft.kind}
          choices={PLACE_KINDS.map((kind) => [kind, words(`places.kind.${kind}`)])}
          choose={(value) => set({ kind: PLACE_KINDS.find((kind) => kind === value) ?? draft.kind })}
        />
        <ChoiceField
          label={words('places.country')}
          value={draft.country}
          choices={codes.map((code) => [code, countryName(code)])}
          none={none}
          choose={(country) => set({ country })}
        />
        <ChoiceField
          label={words('places.form.part-of')}
          value={draft.partOf}
          choices={holders.map(({ key, name }) => [key, name])}
          none={none}
          choose={(partOf) => set({ partOf })}
        />
      </div>
      {draft.kind !== 'country' && (
        <>
          <div class="row">
            {degrees('latitude')}
            {degrees('longitude')}
            <ChoiceField
              label={words('places.precision')}
              value={draft.precision}
              choices={PRECISIONS.map((code) => [code, precisionWords({ scheme: 'ucdp-where-prec', code })])}
              none={words('places.exact.none')}
              choose={(precision) => set({ precision })}
            />
          </div>
          <p class="why">{words('places.form.coordinates')}</p>
        </>
      )}
      {draft.kind === 'site' && (
        <>
          <ChoiceField
            label={words('places.site-type')}
            value={draft.siteType}
            choices={SITE_TYPES.map((type) => [type, words(`site.${type}`)])}
            none={none}
            choose={(siteType) => set({ siteType })}
          />
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
      {line('reason')}
    </RecordForm>
  );
}

/** The fields of a release profile. */
import { ChoiceField, LineField } from '../parts/record-form.tsx';
import { words } from '../words/language.ts';
import type { ProfileDraft } from './profile-draft.ts';

interface FieldsProps {
  readonly draft: ProfileDraft;
  set(changes: Partial<ProfileDraft>): void;
}

/** The fields. */
export function ProfileFields({ draft, set }: FieldsProps) {
  const line = (field: keyof ProfileDraft, label: string) => (
    <LineField label={label} value={draft[field]} change={(value) => set({ [field]: value })} />
  );
  return (
    <>
      {line('title', words('releases.form.title'))}
      {line('publisher', words('releases.form.publisher'))}
      <div class="row">
        {line('licence', words('releases.form.licence'))}
        {line('licenceUrl', words('releases.form.licence-url'))}
      </div>
      <Lines
        label={words('releases.form.note')}
        rows={4}
        value={draft.note}
        change={(note) => set({ note })}
      />
      <div class="row">
        {line('lang', words('releases.form.lang'))}
        <ChoiceField
          label={words('releases.form.pages')}
          value={draft.pages}
          choices={(['en', 'ru'] as const).map((one) => [one, words(`releases.pages.${one}`)])}
          choose={(value) => set({ pages: value === 'ru' ? 'ru' : 'en' })}
        />
        <label>
          {words('releases.form.embargo')}
          <input
            type="date"
            value={draft.embargo}
            onInput={(event) => set({ embargo: event.currentTarget.value })}
          />
        </label>
        {line('address', words('releases.form.address'))}
      </div>
      <div class="row">
        <ChoiceField
          label={words('releases.form.handling')}
          value={draft.handling}
          choices={(['internal', 'public'] as const).map((one) => [one, words(`releases.handling.${one}`)])}
          choose={(value) => set({ handling: value === 'public' ? 'public' : 'internal' })}
        />
        <ChoiceField
          label={words('releases.form.unreviewed')}
          value={draft.unreviewed}
          choices={(['refuse', 'leave-out'] as const).map((one) => [
            one,
            words(`releases.form.unreviewed.${one}`),
          ])}
          choose={(value) => set({ unreviewed: value === 'leave-out' ? 'leave-out' : 'refuse' })}
        />
        <ChoiceField
          label={words('releases.form.captures')}
          value={draft.captures}
          choices={(['none', 'public'] as const).map((one) => [one, words(`releases.form.captures.${one}`)])}
          choose={(value) => set({ captures: value === 'public' ? 'public' : 'none' })}
        />
      </div>
      <details>
        <summary>{words('releases.form.part')}</summary>
        {(['places', 'propositions', 'counts'] as const).map((field) => (
          <Lines
            key={field}
            label={words(`releases.form.${field}`)}
            rows={2}
            value={draft[field]}
            change={(value) => set({ [field]: value })}
          />
        ))}
        {line('position', words('releases.form.position'))}
      </details>
    </>
  );
}

interface LinesProps {
  readonly label: string;
  readonly rows: number;
  readonly value: string;
  change(value: string): void;
}

function Lines({ label, rows, value, change }: LinesProps) {
  return (
    <label>
      {label}
      <textarea rows={rows} dir="auto" value={value} onInput={(event) => change(event.currentTarget.value)} />
    </label>
  );
}

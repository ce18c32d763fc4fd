/** What is asked for: measure, place, days of the event, alleged perpetrator, people, day of knowledge, vague words. */
import { MEASURES } from '../../record/proposition.ts';
import { VAGUE_PRESETS } from '../../record/toll.ts';
import { CountProposals } from '../parts/count-proposals.tsx';
import { ask } from '../shell/address.ts';
import { words } from '../words/language.ts';
import type { ScopeField, TollAsked } from './toll-asked.ts';

const WORDED = ['place', 'by', 'group'] as const;
const DAYS = ['from', 'until', 'asOf'] as const;

/** The row of filters; each change goes into the address. */
export function TollFilters({ asked }: { readonly asked: TollAsked }) {
  const set = (field: ScopeField, value: string): void => ask('/tolls', { ...asked, [field]: value });
  return (
    <form class="filters tolls-asked" onSubmit={(event) => event.preventDefault()}>
      <label>
        {words('tolls.measure')}
        <select value={asked.measure ?? ''} onChange={(event) => set('measure', event.currentTarget.value)}>
          <option value="">{words('tolls.any')}</option>
          {MEASURES.map((measure) => (
            <option key={measure} value={measure}>
              {words(`measure.${measure}`)}
            </option>
          ))}
        </select>
      </label>
      {WORDED.map((field) => (
        <label key={field}>
          {words(`tolls.${field}`)}
          <input
            type="text"
            value={asked[field] ?? ''}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        </label>
      ))}
      {DAYS.map((field) => (
        <label key={field}>
          {words(`tolls.${field}`)}
          <input
            type="date"
            value={asked[field] ?? ''}
            onChange={(event) => set(field, event.currentTarget.value)}
          />
        </label>
      ))}
      <label>
        {words('tolls.preset')}
        <select value={asked.preset ?? ''} onChange={(event) => set('preset', event.currentTarget.value)}>
          <option value="">{words('tolls.preset.none')}</option>
          {VAGUE_PRESETS.map((preset) => (
            <option key={preset} value={preset}>
              {words('tolls.preset.by', { name: preset.toUpperCase() })}
            </option>
          ))}
        </select>
      </label>
      <CountProposals />
      {Object.keys(asked).length > 0 && (
        <button type="button" class="plain" onClick={() => ask('/tolls', {})}>
          {words('tolls.clear')}
        </button>
      )}
    </form>
  );
}

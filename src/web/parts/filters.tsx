/** The row of filters of a page: words, choices, and the searches that are kept for it. */
import type { ComponentChildren } from 'preact';
import { words } from '../words/language.ts';
import { SavedSearches } from './saved-searches.tsx';

interface FiltersProps {
  readonly children: ComponentChildren;
  /** Path of the page, such as "/actors": its searches are kept under it. */
  readonly path: string;
}

/** The form; nothing is sent. */
export function Filters({ children, path }: FiltersProps) {
  return (
    <>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
      <SavedSearches path={path} />
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  change(value: string): void;
}

/** Words to look for. */
export function WordsFilter({ label, value, change }: WordsProps) {
  return (
    <label>
      {label}
      <input type="search" dir="auto" value={value} onInput={(event) => change(event.currentTarget.value)} />
    </label>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** '' for any. */
  readonly value: string;
  /** Values with their words. */
  readonly choices: readonly (readonly [value: string, words: string])[];
  choose(value: string): void;
}

/** One of some, or any. */
export function ChoiceFilter({ label, value, choices, choose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words('filters.any')}</option>
        {choices.map(([one, told]) => (
          <option key={one} value={one}>
            {told}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DayProps {
  readonly label: string;
  /** ISO day; '' for any. */
  readonly value: string;
  choose(day: string): void;
}

/** A day, or any. */
export function DayFilter({ label, value, choose }: DayProps) {
  return (
    <label>
      {label}
      <input type="date" value={value} onChange={(event) => choose(event.currentTarget.value)} />
    </label>
  );
}

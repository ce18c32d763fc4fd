/** The ways in which one listing spells a person: what stands in one script goes together. */
import { scriptOfName } from '../../reckon/linkage/names/name-letters.ts';

/** One way in which a listing spells a name and places; null: the list does not say. */
export interface SpelledPerson {
  /** The whole name; from its parts where no column holds all. */
  readonly name: string | null;
  readonly given: string | null;
  readonly father: string | null;
  readonly family: string | null;
  readonly bornAt: string | null;
  readonly livedAt: string | null;
  readonly diedAt: string | null;
}

/** Every text of each field, in the order of the list's columns. */
export type SpelledTexts = Readonly<Record<keyof SpelledPerson, readonly string[]>>;

/** Spellings of one listing that are compared at most: pairs of records grow by the square. */
export const MOST_SPELLINGS = 4;
const NAMES = ['name', 'given', 'father', 'family'] as const;

/**
 * The spellings of a listing, Latin letters first; one at least. A field that has no text in a spelling's script takes its
 * first; a second text in the same script is a spelling of its own.
 *
 * @example
 * spellings({ ...none, given: ['Ana', 'Ана'], family: ['Kos', 'Кос'] }).map(({ name }) => name); // ['Ana Kos', 'Ана Кос']
 */
export function spellings(texts: SpelledTexts): readonly SpelledPerson[] {
  const scripts = [...new Set(NAMES.flatMap((field) => texts[field].map(scriptOfName)))];
  const latinFirst = scripts.sort((a, b) => Number(b === 'latin') - Number(a === 'latin'));
  const told = latinFirst.flatMap((script) => {
    const inScript = (field: keyof SpelledPerson) =>
      texts[field].filter((text) => scriptOfName(text) === script);
    const many = Math.max(...NAMES.map((field) => inScript(field).length));
    return Array.from({ length: many }, (_, at) =>
      spelling(texts, (field) => inScript(field)[at] ?? inScript(field)[0] ?? null),
    );
  });
  return told.length === 0 ? [spelling(texts, () => null)] : told.slice(0, MOST_SPELLINGS);
}

/** What the spelling's script has of each field, and the first text where it has none. */
function spelling(
  texts: SpelledTexts,
  inScript: (field: keyof SpelledPerson) => string | null,
): SpelledPerson {
  const textOf = (field: keyof SpelledPerson): string | null => inScript(field) ?? texts[field][0] ?? null;
  const parts = ['given', 'father', 'family'] as const;
  const inParts = parts.map(textOf).filter((part) => part !== null);
  const whole = inParts.length === 0 ? null : inParts.join(' ');
  const ownParts = parts.some((part) => inScript(part) !== null);
  const name = inScript('name') ?? (ownParts ? whole : (texts.name[0] ?? whole));
  return {
    name: name === whole ? name : withFamily(name, textOf('family'), textOf('given')),
    given: textOf('given'),
    father: textOf('father'),
    family: textOf('family'),
    bornAt: textOf('bornAt'),
    livedAt: textOf('livedAt'),
    diedAt: textOf('diedAt'),
  };
}

/** Some lists head a column "name" and give the family name in another. */
function withFamily(name: string | null, family: string | null, given: string | null): string | null {
  if (name === null || family === null || given !== null) return name;
  return name.toLowerCase().includes(family.toLowerCase()) ? name : `${name} ${family}`;
}

/**
 * The whole names of spellings, each once.
 *
 * @example
 * wholeNames(spellings(texts)); // [{ text: 'Ana Kos', lang: null }, { text: 'Ана Кос', lang: null }]
 */
export function wholeNames(
  spelled: readonly SpelledPerson[],
): readonly { readonly text: string; readonly lang: string | null }[] {
  const names = new Set(spelled.flatMap(({ name }) => (name === null ? [] : [name])));
  return [...names].map((text) => ({ text, lang: null }));
}

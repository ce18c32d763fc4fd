/** Keys of blocking rules as SQL over one row of the records table; null where the record has no such key. */
import type { BlockingKey, BlockingRule } from '../../reckon/linkage/blocking.ts';
import type { ColumnKind, LinkColumn } from '../../reckon/linkage/columns.ts';

/** Letters at the start that must agree. */
const START: Partial<Record<ColumnKind, number>> = { given: 3, family: 4, code: 3, text: 6 };

/**
 * One number for all the keys of a rule.
 *
 * @param row alias of the row
 * @example
 * ruleKey({ keys: [{ column: 0, part: 'same' }] }, [{ name: 'family', kind: 'family' }]);
 */
export function ruleKey({ keys }: BlockingRule, columns: readonly LinkColumn[]): string {
  const parts = keys.map((key) => keyOf(key, columns[key.column]?.kind ?? 'text'));
  return `case when ${parts.map(({ holds }) => holds).join(' and ')} then hash(${parts.map(({ value }) => value).join(', ')}) end`;
}

/**
 * The column whose script must differ for a pair of the rule, as SQL; null where any pair will do.
 *
 * @example
 * ruleScript({ keys: [{ column: 0, part: 'same' }] }, [{ name: 'family', kind: 'family' }]); // null
 */
export function ruleScript({ keys }: BlockingRule, columns: readonly LinkColumn[]): string | null {
  const across = keys.find(({ column }) => columns[column]?.kind === 'across-scripts');
  return across === undefined ? null : `x${across.column}`;
}

function keyOf(
  { column, part }: BlockingKey,
  kind: ColumnKind,
): { readonly value: string; readonly holds: string } {
  const c = `c${column}`;
  const given = `${c} is not null`;
  switch (part) {
    case 'same':
      return { value: kind === 'date' ? c : c, holds: kind === 'date' ? `length(${c}) >= 7` : given };
    case 'start':
      return { value: `${c}[1:${START[kind] ?? 3}]`, holds: given };
    case 'sound':
      return { value: `s${column}`, holds: `length(s${column}) >= 2` };
    case 'year':
      return { value: `${c}[1:4]`, holds: `length(${c}) >= 4` };
    case 'day-month':
      return {
        value: `least(${c}[6:7], ${c}[9:10]) || greatest(${c}[6:7], ${c}[9:10])`,
        holds: `length(${c}) = 10`,
      };
    case 'skeleton':
      return { value: `k${column}`, holds: `length(k${column}) >= 2` };
    case 'skeleton-start':
      return { value: `k${column}[1:2]`, holds: `length(k${column}) >= 2` };
    case 'first-part':
      return { value: `string_split(${c}, ' ')[1]`, holds: given };
    case 'last-part':
      return { value: `string_split(${c}, ' ')[-1]`, holds: given };
  }
}

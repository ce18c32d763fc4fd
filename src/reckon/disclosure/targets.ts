/** What a draft must not give away: cells of few people, full rows, small changes since a release, and what earlier releases withheld. */
import { sumsOf } from './cell-grid.ts';
import type { CountTable } from './count-table.ts';
import type { DisclosureRule } from './disclosure-rule.ts';
import { daysApart, type Lattice, type Range, saidOf } from './lattice.ts';
import type { Target } from './shortfall.ts';

/**
 * Everything to protect.
 *
 * @param earlierWidths widths that earlier releases left to an attacker, by cell, where they withheld something
 * @example
 * targetsOf({ lattice, draft: [table], rule, earlierWidths: new Map() });
 */
export function targetsOf(given: {
  readonly lattice: Lattice;
  readonly draft: readonly CountTable[];
  readonly rule: DisclosureRule;
  readonly earlierWidths: ReadonlyMap<number, number>;
}): readonly Target[] {
  const { lattice, draft, rule, earlierWidths } = given;
  const found = new Map<string, Target>();
  const add = (target: Target): void => {
    const key = JSON.stringify(target.expression);
    const before = found.get(key);
    if (before === undefined || before.width < target.width) found.set(key, target);
  };
  draft.forEach((table, index) => {
    for (const target of cellTargets(table, lattice.draft[index] ?? [], rule)) add(target);
  });
  for (const target of changeTargets(lattice, rule)) add(target);
  for (const [cell, width] of earlierWidths)
    if (width > 0) add({ expression: [[cell, 1]], width: Math.min(width, rule.protection), why: 'earlier' });
  return [...found.values()].toSorted((a, b) => b.width - a.width);
}

/** Cells of one table that are primary. */
function cellTargets(table: CountTable, places: readonly number[], rule: DisclosureRule): readonly Target[] {
  const { axes, counts, people, impossible } = table;
  const found: Target[] = [];
  const rounded = rule.kind === 'round' ? Math.floor((rule.base - 1) / 2) : null;
  counts.forEach((count, cell) => {
    const many = people[cell] ?? 0;
    const expression = [[places[cell] ?? -1, 1]] as const;
    if (impossible[cell] === true) return;
    if (many === 0 && rule.zeros === 'protect')
      found.push({ expression, width: rounded ?? rule.protection, why: 'none' });
    if (many === 0 || many >= rule.threshold) return;
    // Several applications of one person: the interval must leave open as many as so many people would make.
    const width = rounded ?? Math.ceil((rule.protection * count) / many);
    found.push({ expression, width, why: 'few' });
  });
  for (const { axis, whole, parts } of sumsOf(axes)) {
    if (axes[axis]?.sensitive !== true || parts.length < 2) continue;
    const full = parts.filter((part) => (counts[part] ?? 0) > 0);
    const [only] = full;
    if (
      full.length === 1 &&
      only !== undefined &&
      (counts[whole] ?? 0) > 0 &&
      parts.some((part) => part !== only && impossible[part] !== true)
    )
      found.push({ expression: [[places[only] ?? -1, 1]], width: rule.protection, why: 'full-row' });
  }
  return found;
}

/** Differences to earlier days that are, or may be, of few people. */
function changeTargets({ cells }: Lattice, { threshold, protection }: DisclosureRule): readonly Target[] {
  return daysApart(cells).flatMap(([earlier, later]): readonly Target[] => {
    const [before, after] = [cells[earlier], cells[later]];
    if (before === undefined || after === undefined || !(before.drafted || after.drafted)) return [];
    const [first, second] = [saidOf(before), saidOf(after)];
    if (first === null || second === null) return [];
    const exact = spanOf(first) === 0 && spanOf(second) === 0;
    const nearest = Math.max(0, second.least - first.most, first.least - second.most);
    if (nearest >= threshold || (exact && nearest === 0)) return [];
    const width = exact ? protection : Math.min(protection, spanOf(first) + spanOf(second));
    return [
      {
        expression: [
          [later, 1],
          [earlier, -1],
        ],
        width,
        why: 'change',
      },
    ];
  });
}

function spanOf({ least, most }: Range): number {
  return most - least;
}

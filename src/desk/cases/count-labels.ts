/**
 * Labels of counts from cases: authorities and groups are published as they were typed. A label that holds the pseudonym or the
 * id of a case would tell the public what stands in a compartment, so it is refused before anything is counted.
 */
import type { AxisSum } from '../../reckon/disclosure/axis.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import { ALL, type CaseRow } from '../../reckon/disclosure/tabulate-cases.ts';
import type { Case } from '../../record/case/case.ts';
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';
import type { CaseAxis } from './case-rows.ts';

/** The axis whose labels people type. */
const TYPED: CaseAxis = 'state';
const TELLS = 'holds the pseudonym or the id of a case';
/** An id of the house, or its beginning as it is shown: three letters, then hex. */
const ID = /(?<![\p{L}\p{N}])(?:cas|doc|cnt|cmp|mem)_[0-9a-z]{3}/iu;

/**
 * Groups, each with the axis that holds all of its parts.
 *
 * @throws OnRecordError `bad-usage` with every group that no axis holds, or that more than one does
 * @example
 * groupsByAxis([{ whole: 'north', parts: ['Aldland', 'Borland'] }], rows, ['state', 'answer']).state;
 */
export function groupsByAxis(
  groups: readonly AxisSum[],
  rows: readonly CaseRow[],
  axes: readonly CaseAxis[],
): Partial<Readonly<Record<CaseAxis, readonly AxisSum[]>>> {
  const found: Partial<Record<CaseAxis, AxisSum[]>> = {};
  const faults: Fault[] = [];
  const labels = new Map(axes.map((axis) => [axis, new Set(rows.map((row) => row[axis]))]));
  for (const [at, group] of groups.entries()) {
    const holding = axes.filter((axis) => group.parts.every((part) => labels.get(axis)?.has(part) === true));
    const [axis, second] = holding;
    if (axis !== undefined && second === undefined && group.whole !== ALL)
      found[axis] = [...(found[axis] ?? []), group];
    else
      faults.push({
        path: `groups[${at}]`,
        message:
          second === undefined
            ? 'has parts that are no values of one axis that is counted by, or the name of the total'
            : 'has parts that are values of two axes: leave one axis out',
      });
  }
  if (faults.length > 0)
    throw new OnRecordError('bad-usage', 'These groups cannot be counted. Nothing was counted.', { faults });
  return found;
}

/**
 * Refuses labels that tell of a case.
 *
 * @throws OnRecordError `bad-usage`: where they stand, and none of their words
 * @example
 * refuseTellingLabels(cases, ['state', 'answer'], groups);
 */
export function refuseTellingLabels(
  cases: readonly Case[],
  axes: readonly CaseAxis[],
  groups: readonly AxisSum[],
): void {
  const tells = tellingOf(cases);
  const typed = axes.includes(TYPED)
    ? cases.flatMap(({ id, applications }) =>
        applications.map(({ to }, at) => ({ path: `${id}.applications[${at}].to`, label: to })),
      )
    : [];
  const given = groups.map(({ whole }, at) => ({ path: `groups[${at}]`, label: whole }));
  const faults = [...typed, ...given]
    .filter(({ label }) => tells(label))
    .map(({ path }) => ({ path, message: TELLS }));
  refuse(faults, 'counted');
}

/**
 * Refuses a prepared release whose labels tell of a case as the cases are now.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * refuseTellingRelease(cases, release);
 */
export function refuseTellingRelease(cases: readonly Case[], release: Pick<Release, 'tables'>): void {
  const tells = tellingOf(cases);
  const faults = typedLabels(release).flatMap((label, at) =>
    tells(label) ? [{ path: `labels[${at}]`, message: TELLS }] : [],
  );
  refuse(faults, 'signed off');
}

function refuse(faults: readonly Fault[], what: string): void {
  if (faults.length > 0)
    throw new OnRecordError(
      'bad-usage',
      `Labels are published as they were typed, and some hold the pseudonym or the id of a case. Nothing was ${what}. Change these words, or the pseudonym.`,
      { faults },
    );
}

/**
 * Labels of a release that people typed, in the order of the tables: whoever signs looks at them.
 *
 * @example
 * typedLabels(release); // ['Embassy of Tavria', 'north']
 */
export function typedLabels({ tables }: Pick<Release, 'tables'>): readonly string[] {
  const typed = tables.flatMap(({ axes }) =>
    axes.flatMap(({ name, labels, sums, total }) =>
      name === TYPED
        ? labels.filter((label) => label !== total)
        : sums.map(({ whole }) => whole).filter((whole) => whole !== total),
    ),
  );
  return [...new Set(typed)];
}

/** Authorities stand in many cases: each is looked at once. */
function tellingOf(cases: readonly Case[]): (label: string) => boolean {
  const names = cases.map(({ pseudonym }) => folded(pseudonym)).filter((name) => name !== '');
  const known = new Map<string, boolean>();
  return (label) => {
    const found = known.get(label) ?? (ID.test(label) || names.some((name) => holds(folded(label), name)));
    known.set(label, found);
    return found;
  };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** As words of their own: "Heron" stands in "Heron Street", not in "Herons". */
function holds(label: string, name: string): boolean {
  const isLetter = (letter: string | undefined): boolean => /[\p{L}\p{N}\p{M}]/u.test(letter ?? '');
  for (let at = label.indexOf(name); at >= 0; at = label.indexOf(name, at + 1))
    if (!isLetter(label[at - 1]) && !isLetter(label[at + name.length])) return true;
  return false;
}

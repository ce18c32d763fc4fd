/**
 * Counts from the cases of an open compartment: prepared by one member, looked at and signed off by another. Until then they
 * stand sealed, and nothing of them may be given away.
 */
import type { AttackReport } from '../../reckon/disclosure/attack-release.ts';
import type { AxisSum } from '../../reckon/disclosure/axis.ts';
import type { DisclosureRule } from '../../reckon/disclosure/disclosure-rule.ts';
import type { PreparedTables } from '../../reckon/disclosure/prepare-release.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import { type CaseAxis, tabulateCases } from '../../reckon/disclosure/tabulate-cases.ts';
import { OnRecordError } from '../desk.ts';
import { prepareCounts } from '../disclosure/prepare-counts.ts';
import { signOffCounts } from '../disclosure/sign-off-counts.ts';
import type { CountsWork } from '../ports/counts-work.ts';
import type { CaseDesk } from './case-desk.ts';
import { APPLICATION_AXES, type CaseCountUnit, type CountPeriod, caseRows } from './case-rows.ts';
import { groupsByAxis, refuseTellingLabels, refuseTellingRelease } from './count-labels.ts';
import { countReleases, type KeptCounts, keepPrepared, keptCounts } from './kept-counts.ts';
import type { OpenCompartment } from './open-compartment.ts';
import { readCases } from './read-case.ts';

/** What a member asks to be counted. */
export interface CountOrder {
  readonly axes: readonly CaseAxis[];
  /** Null: applications where an axis speaks of them, else cases. */
  readonly unit: CaseCountUnit | null;
  readonly period: CountPeriod;
  /** Sums of values that are shown as well, such as the authorities of a region. */
  readonly groups: readonly AxisSum[];
  readonly rule: DisclosureRule;
}

/**
 * Counts, withholds what must be withheld, attacks the result together with every earlier release, and seals it for a
 * second member. The read of all cases is noted.
 *
 * @throws OnRecordError `bad-usage` where a case would stand in two cells, and for labels and groups; `damaged` when a case does not open;
 *   `invalid-record`, `too-large`, `verify-failed` as `prepareTables`: nothing is kept then
 * @example
 * const { release } = await prepareCaseCounts(desk, room, { axes: ['state', 'answer'], unit: null, period: 'year', groups: [], rule }, work);
 */
export async function prepareCaseCounts(
  desk: CaseDesk,
  room: OpenCompartment,
  order: CountOrder,
  work: CountsWork,
): Promise<{ readonly release: Release; readonly prepared: PreparedTables }> {
  const held = await readCases(desk, room);
  if (held.faults.length > 0)
    throw new OnRecordError('damaged', `Nothing is counted while cases do not open: ${held.faults[0]}`, {
      subject: room.id,
    });
  const cases = [...held.cases.values()].map((one) => one.case);
  refuseTellingLabels(cases, order.axes, order.groups);
  const unit =
    order.unit ?? (order.axes.some((axis) => APPLICATION_AXES.includes(axis)) ? 'applications' : 'cases');
  const rows = caseRows(cases, unit, order.period);
  if (rows.length === 0)
    throw new OnRecordError(
      'bad-usage',
      `There are no ${unit} to count in this compartment. See: onrecord case list`,
    );
  if (unit === 'cases') refuseTwoCells(rows, order.axes);
  const at = await momentOf(desk);
  const groups = groupsByAxis(order.groups, rows, order.axes);
  const table = tabulateCases(rows, { axes: order.axes, unit, asOf: at.slice(0, 10), groups });
  const releases = countReleases(desk, room);
  const given = {
    compartment: room.id,
    tables: [table],
    rule: order.rule,
    by: room.me.name,
    at,
    id: desk.newId('counts'),
  };
  const made = await prepareCounts({ releases, work }, given).catch(async (error: unknown) => {
    const released = await releases.of(room.id);
    const isToday = released.some(({ tables }) => tables.some(({ asOf }) => asOf === table.asOf));
    throw isToday && error instanceof OnRecordError && error.code === 'invalid-record'
      ? changedToday(room.id, error)
      : error;
  });
  await keepPrepared(desk, room, made.release);
  return made;
}

function changedToday(subject: string, cause: OnRecordError): OnRecordError {
  return new OnRecordError(
    'invalid-record',
    'Counts of this day are released already, and the cases are other ones since: two tables of one day must agree. Prepare them on another day.',
    { subject, cause },
  );
}

function refuseTwoCells(rows: ReturnType<typeof caseRows>, axes: readonly CaseAxis[]): void {
  const where = new Map<string, string>();
  for (const row of rows) {
    const cell = axes.map((axis) => row[axis]).join('\t');
    if ((where.get(row.person) ?? cell) !== cell)
      throw new OnRecordError(
        'bad-usage',
        'Some cases made several applications that belong in different cells, so that cases cannot be counted by these axes. Count applications instead.',
      );
    where.set(row.person, cell);
  }
}

/** The later one of this machine's clock and right after the newest entry: a clock that is behind must not mix days up. */
async function momentOf(desk: CaseDesk): Promise<string> {
  const newest = (await desk.store.head())?.at;
  const now = desk.clock().getTime();
  return new Date(newest === undefined ? now : Math.max(now, Date.parse(newest) + 1)).toISOString();
}

/**
 * All counts of the compartment: those that wait for a second member, and those that were released.
 *
 * @throws OnRecordError `damaged`, `verify-failed`
 * @example
 * (await listCaseCounts(desk, room)).waiting.length; // 1
 */
export function listCaseCounts(desk: CaseDesk, room: OpenCompartment): Promise<KeptCounts> {
  return keptCounts(desk, room);
}

/**
 * One of them as a second member looks at it: what would be published, and what anybody could compute from it and from
 * everything that is out already.
 *
 * @param asked its id or the beginning of it
 * @throws OnRecordError `not-found`, `bad-usage`; and as `attackRelease`
 * @example
 * const { release, attack } = await lookAtCounts(desk, room, 'cnt_7d2', work);
 */
export async function lookAtCounts(
  desk: CaseDesk,
  room: OpenCompartment,
  asked: string,
  work: CountsWork,
): Promise<{ readonly release: Release; readonly attack: AttackReport }> {
  const { waiting, released } = await keptCounts(desk, room);
  const [one, two] = [...waiting, ...released].filter(({ id }) => asked !== '' && id.startsWith(asked));
  if (one === undefined)
    throw new OnRecordError(
      'not-found',
      'No counts of this compartment have that id. See: onrecord case counts list',
    );
  if (two !== undefined && one.id !== asked)
    throw new OnRecordError('bad-usage', 'Several counts begin so: give more of the id.');
  const others = released.filter(({ id }) => id !== one.id);
  return { release: one, attack: await work.attack([...others, one]) };
}

/**
 * Signs prepared counts off: they are logged and may be published from then on. The attack is run once more before.
 *
 * @throws OnRecordError `bad-usage` for the member who prepared them, and when they are signed off already;
 *   `verify-failed` when something else was released since they were prepared; `vault-busy`
 * @example
 * const { release } = await signCaseCounts(desk, room, 'cnt_7d2', work);
 */
export async function signCaseCounts(
  desk: CaseDesk,
  room: OpenCompartment,
  asked: string,
  work: CountsWork,
): Promise<{ readonly release: Release; readonly attack: AttackReport }> {
  const { release } = await lookAtCounts(desk, room, asked, work);
  const held = await readCases(desk, room);
  refuseTellingRelease(
    [...held.cases.values()].map((one) => one.case),
    release,
  );
  const member = { by: room.me.name, at: await momentOf(desk) };
  return signOffCounts({ releases: countReleases(desk, room), work }, release, member);
}

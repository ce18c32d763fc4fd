/**
 * Puts an estimate on record: an entry of the log with the figures and reasons of every method and the whole estimate
 * record. It stands beside the tolls and is never added to one.
 */
import { canonicalJson } from '../crypto/canonical-json.ts';
import { sha256Hex } from '../crypto/sha256.ts';
import type { MethodOutcome } from '../reckon/estimate/method-outcome.ts';
import type { LoggedEstimate, LoggedMethod } from '../record/estimate.ts';
import type { Sha256 } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { METHOD_NAMES } from '../record/reasons/method-names.ts';
import type { Desk } from './desk.ts';
import type { EstimateRecord } from './estimate-record.ts';

/**
 * The methods of a record with their names, in one order.
 *
 * @example
 * methodsOf(record).map(({ name }) => name);
 */
export function methodsOf({ results }: Pick<EstimateRecord, 'results'>): readonly {
  readonly name: string;
  readonly floor: boolean;
  readonly outcome: MethodOutcome;
}[] {
  if (results.kind === 'linkages')
    return [
      { name: METHOD_NAMES.averageOverLinkages, floor: false, outcome: results.pooled.average },
      { name: METHOD_NAMES.logLinearOverLinkages, floor: false, outcome: results.pooled.logLinear },
    ];
  const { methods } = results.report;
  return (['average', 'logLinearBic', 'logLinearAic', 'latentClass', 'chao'] as const).map((method) => ({
    name: METHOD_NAMES[method],
    floor: method === 'chao',
    outcome: methods[method],
  }));
}

/**
 * Logs an estimate.
 *
 * @param order.by who puts it on record; null is refused
 * @param order.about what was counted, where and when
 * @throws OnRecordError `bad-usage`, `vault-busy`, `read-only`, `disk-full`
 * @example
 * await recordEstimate(desk, record, { by: 'A. Archivist', about: 'killed in Kessar, March 2021' });
 */
export async function recordEstimate(
  desk: Pick<Desk, 'store' | 'clock'>,
  record: EstimateRecord,
  order: { readonly by: string | null; readonly about: string },
): Promise<LoggedEstimate> {
  const by = order.by?.trim() ?? '';
  const about = order.about.trim();
  if (by === '')
    throw new OnRecordError(
      'bad-usage',
      'Who puts the estimate on record? Give --by NAME, or set ONRECORD_AGENT.',
    );
  if (about === '')
    throw new OnRecordError('bad-usage', 'Say after --record what was counted, where and when.');
  const estimate = loggedEstimate(record, about);
  const body = { action: 'estimate-recorded', estimate } as const;
  await desk.store.append([{ at: desk.clock().toISOString(), agent: by, subject: 'log', body }]);
  return estimate;
}

function loggedEstimate(record: EstimateRecord, about: string): LoggedEstimate {
  const document = canonicalJson(record);
  const { results } = record;
  return {
    about,
    recorded: results.kind === 'linkages' ? results.pooled.recorded.people : results.report.recorded,
    lists: record.tables[0]?.lists ?? [],
    methods: methodsOf(record).map(loggedMethod),
    tableSha256: record.tableSha256 as Sha256,
    documentSha256: sha256Hex(document) as Sha256,
    program: record.program,
    document,
  };
}

function loggedMethod({ name: method, floor, outcome }: ReturnType<typeof methodsOf>[number]): LoggedMethod {
  return outcome.status === 'estimated'
    ? { method, ...outcome.figure, floor }
    : { method, refused: outcome.refusals.map(({ reason }) => reason) };
}

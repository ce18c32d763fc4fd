/**
 * The public door: record, reckon, text and exchange, without disk, network, clock or chance of their own, for Node and for
 * pages in a browser alike. What is not exported here or in `node.ts` may change any day.
 */
export {
  type ReportText,
  type WeighedReport,
  type WeighedReports,
  type WeighingTools,
  weighReports,
} from './desk/weigh-reports.ts';
export type {
  ExchangeFormat,
  Exported,
  ExportedFile,
  ExportOptions,
  LeftOut,
  Loss,
} from './exchange/format.ts';
export { EXCHANGE_FORMATS } from './exchange/formats.ts';
export { IMPORT_FORMATS } from './exchange/imports/import-formats.ts';
export type { ImportFormat, ImportItem, ImportRead, NotTaken } from './exchange/imports/import-item.ts';
export { type RecordFileRead, readRecordFile } from './exchange/record-file/read-record-file.ts';
export type { RecordFile } from './exchange/record-file/record-file.ts';
export { type AttackReport, attackRelease } from './reckon/disclosure/attack-release.ts';
export { type Axis, makeAxis } from './reckon/disclosure/axis.ts';
export { type CountTable, countTable } from './reckon/disclosure/count-table.ts';
export { type DisclosureRule, disclosureRule } from './reckon/disclosure/disclosure-rule.ts';
export { type PreparedTables, prepareTables } from './reckon/disclosure/prepare-release.ts';
export { averageOutcome } from './reckon/estimate/average-outcome.ts';
export { type CaptureTable, captureTable, recorded } from './reckon/estimate/capture-table.ts';
export { ESTIMATE_OPTIONS, type EstimateOptions } from './reckon/estimate/estimate-options.ts';
export { type EstimateReport, estimateReport } from './reckon/estimate/estimate-report.ts';
export { type EstimateTask, runTask, type TaskResult, tasksOf } from './reckon/estimate/estimate-task.ts';
export {
  groupKey,
  type JoinSuggestion,
  joinSuggestions,
  suggestProposition,
} from './reckon/group-claims.ts';
export type { LinearProgramme, LinearSolution, SolveLinear } from './reckon/linear-programme.ts';
export { countOrigins } from './reckon/origins/count-origins.ts';
export type { OriginCount } from './reckon/origins/origin-count.ts';
export type { Traced } from './reckon/origins/traced.ts';
export { type Position, positionsOn } from './reckon/positions.ts';
export { type Standing, standingOf } from './reckon/standing.ts';
export { tollOf, tollsOf } from './reckon/toll/toll.ts';
export {
  type WeighedProposition,
  type WeighingContext,
  weighingContext,
  weighProposition,
} from './reckon/weigh-proposition.ts';
export { type Actor, createActor, foldName, shownName } from './record/actor.ts';
export type { Attribution } from './record/attribution.ts';
export { type Claim, createClaim } from './record/claim.ts';
export { type Id, idMaker, isId, type NewId, type Sha256 } from './record/id.ts';
export { type ErrorCode, type Fault, OnRecordError } from './record/onrecord-error.ts';
export {
  describePassage,
  type FoundPassage,
  findPassage,
  type Passage,
  passageMatches,
  type Span,
} from './record/passage.ts';
export { createProposition, neutralWording, type Proposition, type Scope } from './record/proposition.ts';
export { type Quantity, quantity } from './record/quantity.ts';
export { createSource, type Source } from './record/source.ts';
export type { Stance } from './record/stance.ts';
export type { Toll, TollBound } from './record/toll.ts';
export { type Utterance, utteranceOf } from './record/utterance.ts';
export { earliestDay, latestDay, parseEdtf, type When, when } from './record/when.ts';
export { openTextReader, type ReaderAssets, type TextReader } from './text/open-text-reader.ts';
export type { ProposedClaim, ReadInput, Reading } from './text/proposed-claim.ts';

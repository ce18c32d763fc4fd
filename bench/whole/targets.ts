/** What the issues ask of figures. A figure is named by its path in the JSON of its bench; what is not measured is missed. */

export interface Target {
  /** Number of the issue. */
  readonly issue: number;
  /** Name of the bench. */
  readonly bench: string;
  /** Path in its JSON, parts apart with a slash. */
  readonly figure: string;
  readonly is: '≥' | '≤' | '<' | '=';
  readonly value: number;
  readonly unit: string;
}

type Row = readonly [figure: string, is: Target['is'], value: number, unit?: string];

const of = (issue: number, bench: string, ...rows: readonly Row[]): readonly Target[] =>
  rows.map(([figure, is, value, unit = '']) => ({ issue, bench, figure, is, value, unit }));

/** In the order of the issues. */
export const TARGETS: readonly Target[] = [
  ...of(
    2,
    'speed',
    ['articlesPerSecond', '≥', 30, 'articles/s'],
    ['peakMb', '<', 400, 'MB'],
    ['toll/firstMs', '<', 1000, 'ms'],
    ['help/medianMs', '<', 150, 'ms'],
  ),
  ...of(
    3,
    'custody',
    ['lost', '=', 0],
    ['undetected_flips', '=', 0],
    ['capture_ratio', '≥', 0.6],
    ['log_appends_per_second', '≥', 20_000, 'entries/s'],
    ['proof_ms/p95', '<', 10, 'ms'],
    ['unlock_ms', '≤', 1500, 'ms'],
    ['verify_s', '≤', 60, 's'],
    ['search_p95_ms', '≤', 30, 'ms'],
  ),
  ...of(
    4,
    'language',
    ['polnear.relation', '≥', 0.73],
    ['polnear.half', '≥', 0.64],
    ['polnear.tokens', '≥', 0.81],
    ['polnear.statements_relation', '≥', 0.87],
    ['polnear.statements_exact', '≥', 0.61],
    ['polnear.statements_cue_precision', '≥', 0.93],
    ['victims.two_or_more', '≥', 0.75],
    ['victims.single', '≥', 0.55],
    ['victims.all', '≥', 0.62],
    ['stance', '≥', 0.92],
    ['gold.held_out_nested', '≥', 0.85],
    ['gold.held_out_quantities', '≥', 0.93],
    ['seed.found', '≥', 15, 'of 16'],
    ['seed.wrong', '≤', 2],
    ['words_per_second', '≥', 20_000, 'words/s'],
    ['speed.load_ms', '≤', 300, 'ms CPU'],
    ['speed.mb_per_worker', '≤', 250, 'MiB'],
    ['stance.n', '≥', 300, 'sentences'],
  ),
  ...of(
    5,
    'origins',
    ['cases_exact', '=', 19, 'of 19'],
    ['brute_force_disagreements', '=', 0],
    ['wire_recall', '≥', 0.99],
    ['passage_recall', '≥', 0.99],
    ['background_share', '≤', 0.003],
    ['articles_per_second', '≥', 1500, 'articles/s'],
    ['rss_mb', '≤', 500, 'MB'],
    ['incremental_ms', '≤', 5, 'ms'],
    ['outlet_f1', '≥', 0.8],
    ['million_minutes', '≤', 15, 'min'],
    ['million_rss_mb', '<', 2000, 'MB'],
  ),
  ...of(
    6,
    'count',
    ['febrl1', '≥', 0.99],
    ['febrl2', '≥', 0.98],
    ['rldata500', '≥', 0.97],
    ['fake1000', '≥', 0.8],
    ['names_ar_top1', '≥', 0.9],
    ['names_ru_top1', '≥', 0.9],
    ['linkage_200k_cpu_s', '≤', 20, 's CPU'],
    ['linkage_1m_s', '≤', 180, 's'],
    ['linkage_1m_peak_mb', '<', 4000, 'MB'],
  ),
  ...of(
    7,
    'desk',
    ['first_paint_ms', '≤', 1000, 'ms'],
    ['article_open_ms', '≤', 300, 'ms'],
    ['key_to_paint_p95_ms', '≤', 50, 'ms'],
    ['page_mb', '≤', 200, 'MB'],
    ['js_gzip_kb', '≤', 250, 'KB'],
    ['search_p95_ms', '≤', 50, 'ms'],
  ),
  ...of(
    8,
    'protect',
    ['canaries_found', '=', 0],
    ['cells_recovered', '=', 0],
    ['tables_attacked', '≥', 1000, 'tables'],
    ['unlock_ms', '≤', 2000, 'ms'],
    ['search_ms', '≤', 100, 'ms'],
    ['rss_mb', '≤', 600, 'MB'],
  ),
  ...of(
    9,
    'team',
    ['accept_p95_ms', '≤', 150, 'ms'],
    ['lost', '=', 0],
    ['doubled', '=', 0],
    ['lost_decisions', '=', 0],
    ['doubled_decisions', '=', 0],
    ['faults_lost', '=', 0],
    ['faults_doubled', '=', 0],
    ['faults_verify', '=', 0],
    ['kills', '≥', 100],
    ['ingest_articles_per_second', '≥', 200, 'articles/s'],
    ['search_p95_ms_1m', '≤', 200, 'ms'],
    ['proposition_p95_ms_1m', '≤', 300, 'ms'],
    ['toll_p95_ms_1m', '≤', 2000, 'ms'],
  ),
  ...of(
    10,
    'publish',
    ['build_s', '≤', 20, 's'],
    ['rss_mb', '<', 1000, 'MB'],
    ['open_ms', '<', 1000, 'ms'],
    ['axe_violations', '=', 0],
    ['external_requests', '=', 0],
    ['figures_over_two_clicks', '=', 0],
    ['tampering_missed', '=', 0],
  ),
];

/** JSON of a bench. */
export type Figures = Readonly<Record<string, unknown>>;

/**
 * The number at a path; null where there is none.
 *
 * @example
 * figureAt({ toll: { firstMs: 683 } }, 'toll/firstMs'); // 683
 */
export function figureAt(figures: Figures, path: string): number | null {
  let at: unknown = figures;
  for (const part of path.split('/')) at = (at as Figures | null | undefined)?.[part];
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}

/**
 * Whether a figure is as asked; one that was not measured is not.
 *
 * @example
 * isMet({ is: '≤', value: 150 }, 149); // true
 */
export function isMet({ is, value }: Pick<Target, 'is' | 'value'>, figure: number | null): boolean {
  if (figure === null) return false;
  if (is === '≥') return figure >= value;
  if (is === '≤') return figure <= value;
  return is === '<' ? figure < value : figure === value;
}

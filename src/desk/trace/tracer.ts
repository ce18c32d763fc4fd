/**
 * What a tracer is: it looks in every capture that it has not looked at yet for one kind of sign that a report rests on
 * something, and logs what it finds as proposed links. Tracers know nothing of each other and run one after another. A tracer
 * decides nothing: its links stay doubtful until a person confirms or cuts them.
 */
import type { SourceId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import type { Desk } from '../desk.ts';

/** The links that were found from one report. */
export interface TracedReport {
  readonly source: SourceId;
  /** Null when the source has none. */
  readonly title: string | null;
  readonly links: readonly Link[];
}

/** Told when everything before it is safely stored. */
export interface TraceProgress {
  /** Reports of the last step from which links were proposed. */
  readonly found: readonly TracedReport[];
  /** Captures done, of `total`. */
  readonly done: number;
  readonly total: number;
  /** Pairs of reports in the last step that agree too little for a link; absent: the tracer has no such thing. */
  readonly hints?: number;
  /** Captures of the last step that come again, because claims were not proposed yet; absent: none. */
  readonly waiting?: number;
}

export interface Tracer {
  /** Short, for progress and JSON: "citations". */
  readonly name: string;
  /** Raised whenever the signs are read otherwise than before: captures are then traced again. */
  readonly version: string;
  /**
   * Traces what this version has not traced, in log order; ends early, with what is stored kept, when the signal aborts.
   *
   * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`
   */
  trace(desk: Desk, options: { readonly signal?: AbortSignal }): AsyncIterable<TraceProgress>;
}

export interface TraceStep extends TraceProgress {
  readonly tracer: string;
}

/**
 * Lets tracers run one after another.
 *
 * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`
 * @example
 * for await (const { tracer, done, total } of runTracers(desk, [CITATIONS])) console.log(tracer, done, total);
 */
export async function* runTracers(
  desk: Desk,
  tracers: readonly Tracer[],
  options: { readonly signal?: AbortSignal } = {},
): AsyncGenerator<TraceStep> {
  for (const tracer of tracers) {
    if (options.signal?.aborted === true) return;
    for await (const step of tracer.trace(desk, options)) yield { tracer: tracer.name, ...step };
  }
}

/** What an erased entry still gives to the tables: that it concerned a source, and what later entries refer to. */
import type { ErasureRemainder } from '../../record/changes/of-sources.ts';
import { projectActors } from './project-actors.ts';
import { projectPropositions } from './project-claims.ts';
import { projectTracing } from './project-links.ts';
import { sourceRow } from './project-source.ts';
import { type ProjectionInput, startProjection } from './projection.ts';
import type { RowChange } from './row-change.ts';

/** What is left of one erased entry. */
export interface RemainderInput extends Omit<ProjectionInput, 'change' | 'texts'> {
  /** The erased source. */
  readonly source: string;
  /** Null: nothing later refers to anything in it. */
  readonly remainder: ErasureRemainder | null;
}

/**
 * Rows of an erased entry.
 *
 * @example
 * projectRemainder({ seq: 3, at, agent: '', lookup, groupKey, source: 'src_…', remainder: null });
 */
export function projectRemainder({ source, remainder, ...input }: RemainderInput): readonly RowChange[] {
  const { actors = [], propositions = [] } = remainder ?? {};
  const sheet = startProjection({ ...input, change: remainder, texts: new Map() });
  projectActors(sheet, actors);
  projectPropositions(sheet, propositions);
  if (remainder?.tracing !== undefined) projectTracing(sheet, remainder.tracing);
  return [...sheet.rows, sourceRow(source, input.seq)];
}

/**
 * Counts from sealed cases that a release takes along: tables and the rule they were made by, as two members let them go. Their names,
 * the compartment and the hours stay inside.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import type { DossierFile } from '../../dossier/dossier-file.ts';
import { coveredWhole, type NameCover } from '../../dossier/release/name-cover.ts';
import { readRelease } from '../../reckon/disclosure/release-record.ts';
import type { CountsId } from '../../record/id.ts';
import type { Desk } from '../desk.ts';

/**
 * One file for each, `counts/<id>.json`.
 *
 * @param ids those that the profile names
 * @throws OnRecordError `invalid-record` when what was logged cannot be read
 * @example
 * (await releasedCounts(desk, profile.counts, cover))[0]?.path; // 'counts/cnt_….json'
 */
export async function releasedCounts(
  { store }: Pick<Desk, 'store'>,
  ids: readonly CountsId[],
  cover: NameCover,
): Promise<readonly DossierFile[]> {
  if (ids.length === 0) return [];
  return (await store.entriesWith('counts-released')).flatMap(({ body }) => {
    if (body?.action !== 'counts-released' || !ids.includes(body.record)) return [];
    const { tables, rule } = readRelease(JSON.parse(body.release));
    const published = coveredWhole(cover, {
      format: 'onrecord-counts-1',
      id: body.record,
      rule,
      tables: tables.map(({ name, population, asOf, grows, axes, cells, impossible }) => ({
        name,
        population,
        asOf,
        grows,
        axes,
        cells,
        impossible,
      })),
    });
    return [{ path: `counts/${body.record}.json`, content: `${canonicalJson(published)}\n` }];
  });
}

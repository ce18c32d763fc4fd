/**
 * One change of the log as rows of the tables. Pure: what the store holds comes in through the lookup. The change
 * has passed `changeFaults` before.
 */
import type { Change } from '../record/log-entry.ts';
import { projectJoin } from './projection/project-actors.ts';
import { projectClaimsProposed } from './projection/project-claims.ts';
import { projectPeopleDecided, projectPeopleDecisionUndone } from './projection/project-decisions.ts';
import {
  projectFinding,
  projectFindingUndone,
  projectLinkReview,
  projectLinksProposed,
} from './projection/project-links.ts';
import { projectListImported } from './projection/project-lists.ts';
import { projectRegrouping, projectReview } from './projection/project-review.ts';
import { projectRewording } from './projection/project-rewording.ts';
import { projectCompartment, projectSealed } from './projection/project-sealed.ts';
import {
  projectCopy,
  projectSourceCaptured,
  projectSourceDescribed,
  sourceRow,
} from './projection/project-source.ts';
import { type ProjectionInput, startProjection } from './projection/projection.ts';
import type { RowChange } from './projection/row-change.ts';

/**
 * Gives the rows that come and change, in the order in which they must be written.
 *
 * @example
 * projectChange({ seq: 1, at, agent, change, texts, lookup, groupKey }); // [{ op: 'insert', table: 'sources', … }]
 */
export function projectChange(input: ProjectionInput): readonly RowChange[] {
  const { change } = input;
  const sheet = <C extends Change>(narrowed: C) => startProjection({ ...input, change: narrowed });
  switch (change.action) {
    case 'source-captured':
      return filled(sheet(change), projectSourceCaptured);
    case 'source-described':
      return filled(sheet(change), projectSourceDescribed);
    case 'claims-proposed':
      return filled(sheet(change), projectClaimsProposed);
    case 'claim-reviewed':
      return filled(sheet(change), projectReview);
    case 'claims-regrouped':
      return filled(sheet(change), projectRegrouping);
    case 'proposition-reworded':
      return filled(sheet(change), projectRewording);
    case 'actors-joined':
      return filled(sheet(change), projectJoin);
    case 'links-proposed':
      return filled(sheet(change), projectLinksProposed);
    case 'link-reviewed':
      return filled(sheet(change), projectLinkReview);
    case 'voices-judged':
      return filled(sheet(change), projectFinding);
    case 'finding-undone':
      return filled(sheet(change), projectFindingUndone);
    case 'copy-stored':
      return filled(sheet(change), projectCopy);
    case 'custody-recorded':
      return [sourceRow(change.source, input.seq)];
    case 'source-erased':
      return [sourceRow(change.source, input.seq)];
    case 'people-decided':
      return filled(sheet(change), projectPeopleDecided);
    case 'people-decision-undone':
      return filled(sheet(change), projectPeopleDecisionUndone);
    case 'list-imported':
      return filled(sheet(change), projectListImported);
    case 'compartment-changed':
      return filled(sheet(change), projectCompartment);
    case 'record-sealed':
      return filled(sheet(change), projectSealed);
    case 'record-erased':
    case 'counts-released':
    case 'accesses-logged':
    case 'release-made':
    case 'release-approved':
    case 'member-introduced':
    case 'propositions-held-apart':
    case 'person-cleared':
    case 'clearance-withdrawn':
    case 'checkpoint-anchored':
    case 'fixity-checked':
    case 'checkpoint-cosigned':
    case 'settings-changed':
    case 'record-imported':
    case 'estimate-recorded':
    case 'place-recorded':
    case 'incident-recorded':
      return [];
    default:
      return change satisfies never;
  }
}

function filled<S extends { readonly rows: RowChange[] }>(
  sheet: S,
  project: (sheet: S) => void,
): readonly RowChange[] {
  project(sheet);
  return sheet.rows;
}

/** Somebody else decided on a claim, or replaced it, while one was changing it: what they made of it, and both put together. */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { callWhole } from '../api/call-whole.ts';
import { type ShownField, VersionsPanel } from '../versions/versions-panel.tsx';
import { words } from '../words/language.ts';
import { type ClaimDraft, draftOf } from './claim-draft.ts';
import type { Making } from './kept-making.ts';

/** In whose place one's own is made now, and how that stands. */
export interface Meanwhile extends Pick<Making, 'inPlaceOf' | 'seen'> {
  /** The claim that both began with, and theirs that took its place; null: nothing took it. */
  readonly versions: { readonly base: ClaimDraft; readonly theirs: ClaimDraft } | null;
}

/**
 * Asks what became of the claims that were to be replaced.
 *
 * @throws DeskFault
 * @example
 * const meanwhile = await madeMeanwhile('src_7d2', ['clm_1']);
 */
export async function madeMeanwhile(source: string, inPlaceOf: readonly string[]): Promise<Meanwhile> {
  const question = { params: { id: source } };
  const { claims } = await callWhole('GET /api/sources/{id}/claims', { question, rows: 'claims' });
  const now = [...new Set(inPlaceOf.flatMap((id) => nowInPlaceOf(claims, id)))];
  const seen = Object.fromEntries(
    claims.filter(({ id }) => now.includes(id)).map(({ id, status }) => [id, status]),
  );
  const base = claims.find(({ id }) => id === inPlaceOf[0]);
  const theirs = claims.find(({ id }) => id === now[0]);
  const one = inPlaceOf.length === 1 && now.length === 1 && base !== undefined && theirs !== undefined;
  const versions = one && base.id !== theirs.id ? { base: draftOf(base), theirs: draftOf(theirs) } : null;
  return { inPlaceOf: now, seen, versions };
}

/** The claim itself, or what stands in its place by now. */
function nowInPlaceOf(claims: readonly ClaimShape[], id: string): readonly string[] {
  if (claims.find((one) => one.id === id)?.status !== 'superseded') return [id];
  const successors = claims.filter(
    ({ supersedes, status }) => supersedes === id && (status === 'accepted' || status === 'superseded'),
  );
  return successors.flatMap((one) => nowInPlaceOf(claims, one.id));
}

interface VersionsProps {
  readonly told: string;
  readonly meanwhile: Meanwhile;
  readonly drafts: readonly ClaimDraft[];
  use(drafts: readonly ClaimDraft[]): void;
}

/** The two versions; where they cannot be compared part by part, what was done and the way to go on. */
export function ClaimVersions({ told, meanwhile, drafts, use }: VersionsProps) {
  const [yours, second] = drafts;
  const { versions } = meanwhile;
  if (versions === null || yours === undefined || second !== undefined)
    return (
      <div class="notice warn" role="alert">
        <p>{told}</p>
        <p>{words('versions.all-the-same')}</p>
        <button type="button" onClick={() => use(drafts)}>
          {words('versions.use')}
        </button>
      </div>
    );
  return (
    <VersionsPanel
      told={told}
      versions={{ ...versions, yours }}
      fields={claimFields()}
      use={(together) => use([withProposition(together, [versions.theirs, yours])])}
    />
  );
}

/** Words that are those of a proposition of the record stand for it; other words are a new one. */
function withProposition(together: ClaimDraft, versions: readonly ClaimDraft[]): ClaimDraft {
  const same = versions.find(({ propositionText }) => propositionText === together.propositionText);
  const { propositionId = null, measure = together.measure } = same ?? {};
  return { ...together, propositionId, measure };
}

function claimFields(): readonly ShownField<ClaimDraft>[] {
  const number = (bound: 'low' | 'best' | 'high'): ShownField<ClaimDraft> => ({
    field: bound,
    kind: 'whole',
    label: `${words('reading.quantity')}: ${words(`reading.${bound}`)}`,
    show: (draft) => draft[bound],
  });
  return [
    {
      field: 'words',
      kind: 'whole',
      label: words('form.words'),
      show: (draft) => draft.words.map(({ exact }) => exact).join(' … '),
    },
    {
      field: 'steps',
      kind: 'whole',
      label: words('reading.chain'),
      show: ({ steps }) => steps.map(({ named, cue }) => `${named} “${cue}”`).join(' → '),
    },
    {
      field: 'stance',
      kind: 'whole',
      label: words('reading.stance'),
      show: ({ stance }) => words(`stance.${stance}`),
    },
    {
      field: 'propositionText',
      kind: 'words',
      label: words('reading.proposition'),
      show: ({ propositionText }) => propositionText,
    },
    number('low'),
    number('best'),
    number('high'),
    { field: 'wording', kind: 'words', label: words('form.wording'), show: ({ wording }) => wording },
    { field: 'where', kind: 'words', label: words('form.where'), show: ({ where }) => where },
  ];
}

/** What the team says about a thing and to whom it is given, beside the thing itself; on a desk for one there is none of it. */
import { may, member } from '../team/member-state.ts';
import { words } from '../words/language.ts';
import { Assigned } from './assigned.tsx';
import { Comments } from './comments.tsx';

interface TeamProps {
  /** Id of a source, proposition, incident, claim or link; two of listings with "~" between. */
  readonly thing: string;
  /** Whose words may stand in a half-written comment; null: those of several. */
  readonly source: string | null;
  /** Whether it may be given to somebody; otherwise it is only spoken of. */
  readonly given?: boolean;
}

const KINDS = {
  src: 'source',
  prp: 'proposition',
  inc: 'incident',
  clm: 'claim',
  lnk: 'link',
  lsg: 'pair',
} as const;

function kindOf(thing: string): (typeof KINDS)[keyof typeof KINDS] {
  return KINDS[thing.slice(0, 3) as keyof typeof KINDS] ?? 'source';
}

/** The section. */
export function WithinTeam({ thing, source, given = false }: TeamProps) {
  if (member.value === null || !may('GET /api/comments')) return null;
  const id = `within-${thing}`;
  return (
    <section class="within-team" aria-labelledby={id}>
      <h2 id={id}>{words('together.title', { kind: words(`together.kind.${kindOf(thing)}`) })}</h2>
      {given && <Assigned thing={thing} />}
      <Comments key={thing} thing={thing} source={source} />
    </section>
  );
}

/**
 * The graph behind a figure as it is looked at: laid out, each line with the exact words it rests on, and the links that
 * people cut, so that a cut can be taken back.
 */
import { BOX_HEIGHT, layPicture, type Placed } from '../dossier/origin-picture.ts';
import type { ClaimLink } from '../reckon/origins/graph-draft.ts';
import { type ClaimId, isId, type LinkId, type PropositionId, type SourceId } from '../record/id.ts';
import type { LinkReview } from '../record/link.ts';
import { type ClaimView, viewClaim } from './claim-view.ts';
import type { Desk } from './desk.ts';
import type { EvidenceView, LinkView } from './link-view.ts';
import { listLinks } from './list-links.ts';
import { openLookup } from './lookup.ts';
import { originsOf, type PropositionOrigins } from './origins-of.ts';

/** Exact words on which a line rests. */
export interface EdgeEvidence extends EvidenceView {
  readonly source: SourceId;
  /** The claim that they are; null: words of a link. */
  readonly claim: ClaimId | null;
  /** Whether they stand in the report that rests, or in what it rests on. */
  readonly side: 'from' | 'to';
}

/** One line: `from` rests on `to`. */
export interface OriginEdge {
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  readonly type: ClaimLink['type'];
  readonly certainty: ClaimLink['certainty'];
  /** What can be decided on; null: it follows from the claims themselves, and is changed where they are. */
  readonly link: LinkId | null;
  readonly status: LinkView['status'] | null;
  /** Why a program or a person drew it; null: the claims' own words. */
  readonly because: string | null;
  readonly reviews: readonly LinkReview[];
  readonly evidence: readonly EdgeEvidence[];
}

/** A box of the picture, by its upper left corner in units of the drawing. */
export interface PictureBox {
  readonly x: number;
  readonly y: number;
  /** The node of the graph; null: a fold. */
  readonly id: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly day: string | null;
  readonly held: boolean;
  /** Of a box in which knowledge starts, how; null otherwise. */
  readonly origin: string | null;
  /** Reports that a fold hides. */
  readonly hidden: number;
  /** The report, when the record holds it; null otherwise. */
  readonly source: SourceId | null;
}

export interface OriginPictureView {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly boxes: readonly PictureBox[];
  /** Places in `boxes`; `beside`: a further link, drawn lightly. `edge`: place in `edges`; null: into a fold. */
  readonly lines: readonly {
    readonly from: number;
    readonly to: number;
    readonly beside: boolean;
    readonly edge: number | null;
  }[];
  /** Boxes that are one voice: places of the first and the last. */
  readonly voices: readonly (readonly [number, number])[];
  readonly treesLeft: number;
  readonly linksLeft: number;
}

export interface OriginGraphShown {
  readonly proposition: PropositionId;
  readonly picture: OriginPictureView;
  readonly edges: readonly OriginEdge[];
  /** Links that a person cut: they count for nothing. */
  readonly cut: readonly OriginEdge[];
}

/** Passages shown for one line. */
const MOST_EVIDENCE = 4;

/**
 * Lays out the origins of one proposition, with the evidence of each line. Null when nobody has said anything on it that counts.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id that the record does not hold
 * @example
 * const shown = await originEdges(desk, { proposition: 'prp_2cd', includeProposed: true });
 * shown?.edges[0]?.evidence[0]?.exact; // 'according to the Courier'
 */
export async function originEdges(
  desk: Desk,
  query: { readonly proposition: string; readonly includeProposed: boolean },
): Promise<OriginGraphShown | null> {
  const [origins] = (await originsOf(desk, query)).propositions;
  if (origins === undefined) return null;
  const [links, claims] = [
    (await listLinks(desk, { about: origins.proposition.id })).links,
    await claimsOf(desk, origins.proposition.id),
  ];
  const byId = new Map(links.map((link) => [link.id, link]));
  const names = new Map(origins.graph.nodes.map(({ id, name }) => [id, name]));
  const edges = origins.graph.links.map((edge): OriginEdge => {
    const { from, to, type, certainty, by } = edge;
    const link = by === null ? undefined : byId.get(by);
    const named = { fromName: names.get(from) ?? '', toName: names.get(to) ?? '' };
    if (link !== undefined) return { ...edgeOf(link), ...named, from, to, certainty };
    const evidence = wordsOf({ from, to }, { origins, claims });
    return {
      from,
      to,
      ...named,
      type,
      certainty,
      link: by,
      status: null,
      because: null,
      reviews: [],
      evidence,
    };
  });
  const cut = links.filter(({ status }) => status === 'cut').map(edgeOf);
  return { proposition: origins.proposition.id, picture: pictureOf(origins, edges), edges, cut };
}

async function claimsOf({ store }: Desk, proposition: PropositionId): Promise<readonly ClaimView[]> {
  const lookup = openLookup(store);
  const claims = await store.claims({ proposition, statuses: ['accepted', 'proposed'] });
  return Promise.all(claims.map((claim) => viewClaim(claim, lookup)));
}

function edgeOf(link: LinkView): OriginEdge {
  const { from, to } = link;
  const side = (passages: readonly EvidenceView[], of: 'from' | 'to', source: SourceId): EdgeEvidence[] =>
    passages.map((passage) => ({ ...passage, source, claim: null, side: of }));
  const held = to.kind === 'report' || to.kind === 'document' ? (to.id as SourceId) : from.source;
  return {
    from: from.source,
    to: to.id ?? link.id,
    fromName: from.publisher ?? from.title ?? '',
    toName: to.publisher ?? to.name,
    type: link.type,
    certainty: link.certainty,
    link: link.id,
    status: link.status,
    because: link.proposal.reason,
    reviews: link.reviews,
    evidence: [...side(link.evidence.from, 'from', from.source), ...side(link.evidence.to, 'to', held)].slice(
      0,
      MOST_EVIDENCE,
    ),
  };
}

interface Said {
  readonly origins: PropositionOrigins;
  readonly claims: readonly ClaimView[];
}

/** The words of the claims in the report whose chain passes from one voice to the next. */
function wordsOf({ from, to }: Pick<OriginEdge, 'from' | 'to'>, { origins, claims }: Said): EdgeEvidence[] {
  const name = origins.graph.nodes.find(({ id }) => id === to)?.name;
  const through = new Set(
    origins.paths.filter(({ path }) => path.some((voice) => voice.name === name)).map(({ claim }) => claim),
  );
  const own = claims.filter(({ source }) => source.id === from);
  const fitting = own.filter(({ id }) => through.has(id));
  return (fitting.length > 0 ? fitting : own)
    .flatMap(({ id, source, passages }) =>
      passages.slice(0, 1).map(({ capture, exact, prefix, suffix, start, end }) => ({
        capture,
        exact,
        prefix,
        suffix,
        start,
        end,
        source: source.id,
        claim: id,
        side: 'from' as const,
      })),
    )
    .slice(0, MOST_EVIDENCE);
}

function pictureOf({ trees }: PropositionOrigins, edges: readonly OriginEdge[]): OriginPictureView {
  const picture = layPicture(trees, 'page');
  const at = new Map(picture.boxes.map((box, index) => [box, index]));
  const edgeAt = new Map(edges.map(({ from, to }, index) => [`${from} ${to}`, index]));
  const edgeBetween = (from: Placed, to: Placed): number | null =>
    edgeAt.get(`${from.node?.id ?? ''} ${to.node?.id ?? ''}`) ?? null;
  const line = (from: Placed, to: Placed, beside: boolean) => ({
    from: at.get(from) ?? 0,
    to: at.get(to) ?? 0,
    beside,
    edge: edgeBetween(from, to),
  });
  return {
    width: picture.width,
    height: picture.height,
    boxWidth: picture.box,
    boxHeight: BOX_HEIGHT,
    boxes: picture.boxes.map(({ x, y, node, origin, hidden }) => ({
      x,
      y,
      id: node?.id ?? null,
      name: node?.name ?? '',
      kind: node?.kind ?? null,
      day: node?.day ?? null,
      held: node?.held ?? true,
      origin,
      hidden,
      source: node === null ? null : reportOf(node.id),
    })),
    lines: [
      ...picture.boxes.flatMap((box) => (box.on === null ? [] : [line(box, box.on, false)])),
      ...picture.also.map(({ from, to }) => line(from, to, true)),
    ],
    voices: picture.voices.map(([first, last]) => [at.get(first) ?? 0, at.get(last) ?? 0]),
    treesLeft: picture.treesLeft,
    linksLeft: picture.linksLeft,
  };
}

/** The report behind a node, also behind the one for its own words; null: it is none. */
function reportOf(id: string): SourceId | null {
  const [report = ''] = id.split('#');
  return isId('source', report) ? report : null;
}

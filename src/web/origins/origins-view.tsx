/** Where a figure comes from: the interval, the graph that proves it, the line one looks at, and what is open. */
import { useEffect, useState } from 'preact/hooks';
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { originsText } from '../parts/origins-text.ts';
import { useActions } from '../shell/actions.ts';
import { bindKeys } from '../shell/keys.ts';
import { words } from '../words/language.ts';
import { EdgeCard } from './edge-card.tsx';
import { EdgeList } from './edge-list.tsx';
import type { Edge } from './line-words.ts';
import { OriginDrawing } from './origin-drawing.tsx';
import { OriginFacts } from './origin-facts.tsx';
import { Voices } from './voices.tsx';

interface ViewProps {
  readonly id: string;
  readonly includeProposed: boolean;
  /** To lead from a note to the claim that it names. */
  readonly claims: readonly ClaimShape[];
}

/** The view of one proposition. */
export function OriginsView({ id, includeProposed, claims }: ViewProps) {
  const asked = { params: { id }, query: { includeProposed: includeProposed ? 'true' : 'false' } } as const;
  const origins = useAnswer('GET /api/propositions/{id}/origins', asked);
  const graph = useAnswer('GET /api/propositions/{id}/origins/edges', asked);
  const [chosen, setChosen] = useState<string | null>(null);
  const [before, setBefore] = useState<string | null>(null);
  const edges = graph.answer?.edges ?? [];
  const all = [...edges, ...(graph.answer?.cut ?? [])];
  const edge = all.find((one) => keyOf(one) === chosen) ?? null;
  const step = (by: number): void => {
    if (all.length === 0) return;
    const at = all.findIndex((one) => keyOf(one) === chosen);
    const next = all[at < 0 ? 0 : (at + by + all.length) % all.length];
    setChosen(next === undefined ? null : keyOf(next));
  };
  const [forward, back] = [() => step(1), () => step(-1)];
  useEffect(() => bindKeys({ j: forward, k: back }), [chosen, graph.answer]);
  useActions(
    () => [
      { name: words('orig.next'), key: 'J', run: forward },
      { name: words('orig.before'), key: 'K', run: back },
    ],
    [chosen, graph.answer],
  );
  const fault = origins.fault ?? graph.fault;
  if (fault !== null && origins.answer === null) return <Fault fault={fault} again={origins.again} />;
  if (origins.answer === null || graph.answer === null) return <p class="empty">{words('shell.loading')}</p>;
  const told = origins.answer;
  const interval = originsText(told.atLeast, told.atMost);
  const choose = (one: Edge): void => setChosen(keyOf(one));
  const at = edges.findIndex((one) => keyOf(one) === chosen);
  return (
    <>
      <p class="interval" role="status">
        <b>{interval}</b> <span>{words('orig.direct', { direct: told.direct, reports: told.reports })}</span>
        {before !== null && before !== interval && <span class="was">{words('orig.was', { before })}</span>}
      </p>
      {told.denials !== null && (
        <p>
          {words('orig.denials', {
            interval: originsText(told.denials.atLeast, told.denials.atMost),
            direct: told.denials.direct,
          })}
        </p>
      )}
      <div class="origins-room">
        <div>
          <h2 id="picture">{words('orig.picture')}</h2>
          <p class="why">{words(edges.length === 0 ? 'orig.no-lines' : 'orig.picture-note')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing is scrolled with the keyboard, too */}
          <section class="scroll" tabIndex={0} aria-labelledby="picture">
            <OriginDrawing
              graph={graph.answer}
              chosen={at < 0 ? null : at}
              choose={(index) => {
                const one = edges[index];
                if (one !== undefined) choose(one);
              }}
            />
          </section>
          {(graph.answer.picture.treesLeft > 0 || graph.answer.picture.linksLeft > 0) && (
            <p class="why">
              {words('orig.not-drawn', {
                trees: graph.answer.picture.treesLeft,
                links: graph.answer.picture.linksLeft,
              })}
            </p>
          )}
        </div>
        <aside class="edge-beside">
          {edge === null ? (
            edges.length > 0 && <p class="why">{words('orig.choose')}</p>
          ) : (
            <EdgeCard
              edge={edge}
              question={told.questions.find(({ link }) => link !== null && link === edge.link) ?? null}
              deciding={() => setBefore(interval)}
            />
          )}
        </aside>
      </div>
      <OriginFacts
        origins={told}
        claims={claims}
        see={(link) => {
          const one = all.find((held) => held.link === link);
          if (one !== undefined) choose(one);
        }}
      />
      <Voices id={id} includeProposed={includeProposed} deciding={() => setBefore(interval)} />
      <EdgeList edges={edges} cut={graph.answer.cut} chosen={chosen} keyOf={keyOf} choose={choose} />
    </>
  );
}

/** A link stays the same line when the graph is drawn anew. */
function keyOf({ link, from, to }: Edge): string {
  return link ?? `${from} ${to}`;
}

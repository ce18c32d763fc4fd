/** Who answers: the state first, then the institution that spoke for it. Ties come from the record only. */
import type { ResponseRow } from '../reckon/responses.ts';
import type { ActorId } from '../record/id.ts';
import { actorLink } from './claim-entry.ts';
import { type Html, html, isolated, joined } from './html.ts';
import type { View } from './view.ts';

/** The state that an actor is a part of, at any depth; null when the record ties it to none. */
function stateOf(view: View, actor: ActorId): ActorId | null {
  const seen = new Set<ActorId>();
  const open: ActorId[] = [actor];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const found = view.record.actors.get(at);
    if (found?.kind === 'state') return at;
    for (const tie of found?.partOf ?? []) open.push(tie.to);
  }
  return null;
}

/** Those who spoke for the responder, when others are named than the responder itself. */
function spokenBy(view: View, response: ResponseRow): readonly ActorId[] {
  const speakers = response.basis.flatMap((id): readonly ActorId[] => {
    const claim = view.record.claims.get(id);
    const own = response.statedBy === 'itself' || claim?.stance === 'silent';
    const speaker = own ? (claim?.chain.at(-1)?.speaker ?? null) : null;
    return speaker === null ? [] : [speaker];
  });
  return [...new Set(speakers)];
}

/**
 * The responder with its state.
 *
 * @example
 * responderCell(view, row); // Orlund <span>Migration Service of Orlund</span>
 */
export function responderCell(view: View, response: ResponseRow): Html {
  const by = response.by !== null && view.record.actors.has(response.by) ? response.by : null;
  const institutions = spokenBy(view, response);
  const states = [by, ...institutions].map((actor) => (actor === null ? null : stateOf(view, actor)));
  const state = states.find((actor) => actor !== null) ?? null;
  const first =
    state !== null
      ? actorLink(view, '', state)
      : by !== null
        ? actorLink(view, '', by)
        : isolated(response.byName);
  const others = [...new Set(by === null ? institutions : [by, ...institutions])].filter(
    (actor) => actor !== (state ?? by),
  );
  const second =
    others.length === 0
      ? null
      : html`<span class="who-small">${joined(
          others.map((actor) => actorLink(view, '', actor)),
          ', ',
        )}</span>`;
  return html`<b>${first}</b>${second}`;
}

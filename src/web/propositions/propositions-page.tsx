/** Propositions: the list, pairs that may be one, and one proposition with its positions or its origins. */
import type { RoomProps } from '../shell/room-props.ts';
import { AlikePage } from './alike-page.tsx';
import { OnePropositionPage } from './one-proposition-page.tsx';
import { PropositionList } from './proposition-list.tsx';

/** The page that the address asks for. */
export function PropositionsPage({ rest, query }: RoomProps) {
  const [id, part] = rest;
  if (id === undefined) return <PropositionList query={query} />;
  if (id === 'alike') return <AlikePage />;
  return <OnePropositionPage key={id} id={id} part={part === 'origins' ? 'origins' : 'positions'} />;
}

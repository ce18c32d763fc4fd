/** Incidents: all of them, a new one, or one. */
import type { RoomProps } from '../shell/room-props.ts';
import { IncidentList } from './incident-list.tsx';
import { IncidentSheet } from './incident-sheet.tsx';
import { NewIncident } from './new-incident.tsx';

/** The page. */
export function IncidentsPage({ rest, query }: RoomProps) {
  const [id] = rest;
  if (id === undefined) return <IncidentList query={query} />;
  if (id === 'new') return <NewIncident />;
  return <IncidentSheet key={id} id={id} />;
}

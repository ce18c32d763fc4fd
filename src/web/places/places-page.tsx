/** Places: all of them, or one. */
import type { RoomProps } from '../shell/room-props.ts';
import { PlaceList } from './place-list.tsx';
import { PlaceSheet } from './place-sheet.tsx';

/** The page. */
export function PlacesPage({ rest, query }: RoomProps) {
  const [key] = rest;
  return key === undefined ? <PlaceList query={query} /> : <PlaceSheet key={key} id={key} />;
}

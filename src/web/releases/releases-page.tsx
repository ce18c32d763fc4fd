/** Releases: all of them, a new one, or one. */
import type { RoomProps } from '../shell/room-props.ts';
import { NewRelease } from './new-release.tsx';
import { ReleaseList } from './release-list.tsx';
import { ReleaseSheet } from './release-sheet.tsx';

/** The page. */
export function ReleasesPage({ rest }: RoomProps) {
  const [id] = rest;
  if (id === undefined) return <ReleaseList />;
  if (id === 'new') return <NewRelease />;
  return <ReleaseSheet key={id} id={id} />;
}

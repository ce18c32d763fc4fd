/** The rooms of the desk: where each is found, and what draws it. A room's code is loaded when it is entered. */
import type { ComponentType } from 'preact';
import type { WordKey } from '../words/en.ts';
import type { RoomProps } from './room-props.ts';

export interface Room {
  /** First part of the path; '' for the inbox. */
  readonly path: string;
  readonly name: WordKey;
  /** Whether it stands in the row of rooms; `team`, `one`: of a team's desk alone, of a desk for one alone. */
  readonly listed: boolean | 'team' | 'one';
  load(): Promise<ComponentType<RoomProps>>;
}

/** Paths of the rooms that need no session. */
export const DOORS: ReadonlySet<string> = new Set(['join', 'outside']);

export const ROOMS: readonly Room[] = [
  {
    path: '',
    name: 'nav.inbox',
    listed: true,
    load: async () => (await import('../inbox/inbox-page.tsx')).InboxPage,
  },
  {
    path: 'read',
    name: 'nav.reading',
    listed: false,
    load: async () => (await import('../reading/reading-page.tsx')).ReadingPage,
  },
  {
    path: 'propositions',
    name: 'nav.propositions',
    listed: true,
    load: async () => (await import('../propositions/propositions-page.tsx')).PropositionsPage,
  },
  {
    path: 'tolls',
    name: 'nav.tolls',
    listed: true,
    load: async () => (await import('../tolls/tolls-page.tsx')).TollsPage,
  },
  {
    path: 'people',
    name: 'nav.people',
    listed: true,
    load: async () => (await import('../people/people-page.tsx')).PeoplePage,
  },
  {
    path: 'places',
    name: 'nav.places',
    listed: true,
    load: async () => (await import('../places/places-page.tsx')).PlacesPage,
  },
  {
    path: 'incidents',
    name: 'nav.incidents',
    listed: true,
    load: async () => (await import('../incidents/incidents-page.tsx')).IncidentsPage,
  },
  {
    path: 'responses',
    name: 'nav.responses',
    listed: true,
    load: async () => (await import('../responses/responses-page.tsx')).ResponsesPage,
  },
  {
    path: 'actors',
    name: 'nav.actors',
    listed: true,
    load: async () => (await import('../said/actors-page.tsx')).ActorsPage,
  },
  {
    path: 'timeline',
    name: 'nav.timeline',
    listed: true,
    load: async () => (await import('../said/timeline-page.tsx')).TimelinePage,
  },
  {
    path: 'leaving',
    name: 'nav.leaving',
    listed: true,
    load: async () => (await import('../leaving/leaving-page.tsx')).LeavingPage,
  },
  {
    path: 'releases',
    name: 'nav.releases',
    listed: true,
    load: async () => (await import('../releases/releases-page.tsx')).ReleasesPage,
  },
  {
    path: 'cases',
    name: 'nav.cases',
    listed: 'one',
    load: async () => (await import('../cases/cases-page.tsx')).CasesPage,
  },
  {
    path: 'search',
    name: 'nav.search',
    listed: true,
    load: async () => (await import('../search/search-page.tsx')).SearchPage,
  },
  {
    path: 'custody',
    name: 'nav.custody',
    listed: true,
    load: async () => (await import('../custody/custody-page.tsx')).CustodyPage,
  },
  {
    path: 'together',
    name: 'nav.together',
    listed: 'team',
    load: async () => (await import('../together/together-page.tsx')).TogetherPage,
  },
  {
    path: 'team',
    name: 'nav.team',
    listed: 'team',
    load: async () => (await import('../team/team-page.tsx')).TeamPage,
  },
  {
    path: 'account',
    name: 'nav.account',
    listed: false,
    load: async () => (await import('../team/account-page.tsx')).AccountPage,
  },
  {
    path: 'join',
    name: 'nav.join',
    listed: false,
    load: async () => (await import('../team/join-page.tsx')).JoinPage,
  },
  {
    path: 'outside',
    name: 'nav.outside',
    listed: false,
    load: async () => (await import('../team/outside-page.tsx')).OutsidePage,
  },
];

/** Pages whose code is here. */
const loaded = new Map<Room, ComponentType<RoomProps>>();

/**
 * Loads the code of a room, once.
 *
 * @throws TypeError when it cannot be loaded
 * @example
 * await loadRoom(room);
 */
export async function loadRoom(room: Room): Promise<void> {
  if (!loaded.has(room)) loaded.set(room, await room.load());
}

/**
 * The page of a room whose code is here; null: it is not loaded yet.
 *
 * @example
 * const Page = loadedRoom(room);
 */
export function loadedRoom(room: Room): ComponentType<RoomProps> | null {
  return loaded.get(room) ?? null;
}

/**
 * Whether a room stands in the row.
 *
 * @param inTeam whether this is the desk of a team
 * @example
 * isListed(room, false);
 */
export function isListed({ listed }: Room, inTeam: boolean): boolean {
  return typeof listed === 'boolean' ? listed : (listed === 'team') === inTeam;
}

/**
 * The room of a path; null when there is none.
 *
 * @example
 * roomAt('/read/src_7d2'); // { room: …reading…, rest: ['src_7d2'] }
 */
export function roomAt(path: string): { readonly room: Room; readonly rest: readonly string[] } | null {
  const [first = '', ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent);
  const room = ROOMS.find((one) => one.path === first);
  return room === undefined ? null : { room, rest };
}

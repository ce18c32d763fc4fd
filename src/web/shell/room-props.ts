/** What a room's page is handed. */
export interface RoomProps {
  /** Parts of the path after the room's own, for example the id of a source. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

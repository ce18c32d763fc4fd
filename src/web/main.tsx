/** The desk in the browser: begins here. */
import { render } from 'preact';
import { Desk } from './shell/desk.tsx';
import { watchKept } from './shell/kept.ts';
import { readKeptSearches } from './shell/kept-searches.ts';
import { watchLive } from './shell/live.ts';
import { followLocation, place } from './shell/location.ts';
import { watchRecord } from './shell/record-state.ts';
import { loadRoom, roomAt } from './shell/rooms.ts';

const root = document.getElementById('desk');
if (root !== null) {
  followLocation();
  watchRecord();
  watchLive();
  watchKept();
  void readKeptSearches();
  // Drawn once the code of its room is here, or is known not to come: the page asks its questions with the first drawing.
  const found = roomAt(place.value.path);
  const draw = (): void => render(<Desk />, root);
  if (found === null) draw();
  else loadRoom(found.room).then(draw, draw);
}

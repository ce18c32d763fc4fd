/** The desk in the browser: begins here. */
import { render } from 'preact';
import { Desk } from './shell/desk.tsx';
import { watchKept } from './shell/kept.ts';
import { readKeptSearches } from './shell/kept-searches.ts';
import { followLocation } from './shell/location.ts';
import { watchRecord } from './shell/record-state.ts';

const root = document.getElementById('desk');
if (root !== null) {
  followLocation();
  watchRecord();
  watchKept();
  void readKeptSearches();
  render(<Desk />, root);
}

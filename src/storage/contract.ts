/**
 * The contract of a record store: what every engine must pass. A new engine calls `describeRecordStore` with its own
 * harness and needs no other test for the port.
 */
import { describe } from 'vitest';
import { describeAppending } from './contract/appending.ts';
import { describeTogether } from './contract/appending-together.ts';
import { describeChanging } from './contract/changing.ts';
import { describeChecking } from './contract/checking.ts';
import { describeDeciding } from './contract/deciding.ts';
import { describeErasing } from './contract/erasing.ts';
import { describeIncidents } from './contract/incidents.ts';
import { describeLinking } from './contract/linking.ts';
import { describeListing } from './contract/listing.ts';
import { describeReading } from './contract/reading.ts';
import { describeClaims } from './contract/reading-claims.ts';
import { describeReleasing } from './contract/releasing.ts';
import { describeRewording } from './contract/rewording.ts';
import { describeSealing } from './contract/sealing.ts';
import { describeSearching } from './contract/searching.ts';
import { type OpenHarness, withFreshStore } from './contract/store-harness.ts';

/**
 * Declares the suite for one engine.
 *
 * @param open makes an empty store with its second connection
 * @example
 * describeRecordStore('SQLite', openSqliteHarness);
 */
export function describeRecordStore(name: string, open: OpenHarness): void {
  const withStore = withFreshStore(open);
  describe(`${name}: appending`, () => describeAppending(withStore));
  describe(`${name}: appending together`, () => describeTogether(withStore));
  describe(`${name}: reading`, () => describeReading(withStore));
  describe(`${name}: claims`, () => describeClaims(withStore));
  describe(`${name}: what entries changed`, () => describeChanging(withStore));
  describe(`${name}: links and findings`, () => describeLinking(withStore));
  describe(`${name}: decisions on people`, () => describeDeciding(withStore));
  describe(`${name}: places and incidents`, () => describeIncidents(withStore));
  describe(`${name}: propositions worded anew and held apart`, () => describeRewording(withStore));
  describe(`${name}: releases and earlier states`, () => describeReleasing(withStore));
  describe(`${name}: lists of people`, () => describeListing(withStore));
  describe(`${name}: compartments and sealed records`, () => describeSealing(withStore));
  describe(`${name}: searching`, () => describeSearching(withStore));
  describe(`${name}: erasing and proving`, () => describeErasing(withStore));
  describe(`${name}: checking`, () => describeChecking(withStore));
}

/** What the desk's HTTP door is handed: the desk over an open vault, who uses it, and the pages. */
import type { Desk } from '../desk/desk.ts';
import type { LocateWording } from '../desk/places/list-places.ts';
import type { PeopleBeside } from '../desk/ports/pair-linking.ts';
import type { TextReading } from '../desk/ports/text-reading.ts';
import type { TollQuery } from '../desk/reckon-counts.ts';
import type { ReleaseMaking } from '../desk/release/release-content.ts';
import type { MapShapes } from '../dossier/map/draw-map.ts';
import type { SealedDoor } from './sealed/sealed-door.ts';
import type { VerifyingTools } from './verification.ts';

/** One file of the pages, ready to be sent. */
export interface PageFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Files by their path in the address, for example "/desk.js". */
export type PageFiles = ReadonlyMap<string, PageFile>;

export interface ServerRoom {
  readonly desk: Desk;
  /** The vault cannot be written, or was opened for reading. */
  readonly readOnly: boolean;
  readonly encrypted: boolean;
  /** Base name of the vault's folder: what a person recognises, without where it lies. */
  readonly vaultName: string;
  readonly version: string;
  readonly pages: PageFiles;
  /** How places lie to each other, by the gazetteer; read when it is first asked for. */
  relatePlaces(): Promise<NonNullable<TollQuery['relate']>>;
  /** What the gazetteer proposes for words of sources; read when it is first asked for. */
  locateWording(): Promise<LocateWording>;
  /** Shapes of the world, for the map; read when they are first asked for. */
  mapShapes(): Promise<MapShapes>;
  /** The reader that proposes, to tell why it does; started when it is first asked for. */
  reading(): Promise<TextReading>;
  /** What releases are made with; read when one is first asked for. */
  releasing(): Promise<ReleaseMaking>;
  readonly verifying: VerifyingTools;
  /** Compares listings pair by pair and draws linkages; takes seconds. */
  readonly linkPeople: PeopleBeside;
  /** Sealed cases: on a member's own machine alone. Null: this desk has none. */
  readonly sealed: SealedDoor | null;
}

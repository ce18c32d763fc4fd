/** What the desk needs to have pages set as a PDF. */

/** A program for the typesetter and the files that it reads; it can reach nothing else. */
export interface SetPages {
  readonly template: string;
  /** By name. UTF-8. */
  readonly files: ReadonlyMap<string, string>;
  /** The instant that the PDF bears, ISO 8601, UTC. */
  readonly at: string;
}

export interface SetPdf {
  readonly pdf: Uint8Array;
  /** Name and version of what set it: another one gives other bytes. */
  readonly by: string;
  /** Whether the typesetter held it to PDF/UA-1; it is tagged either way. */
  readonly checkedUa1: boolean;
}

export interface Typesetter {
  /**
   * Sets pages. The same pages, fonts and typesetter give the same bytes.
   *
   * @throws OnRecordError `unsupported-runtime` when the typesetter does not start
   */
  set(pages: SetPages): Promise<SetPdf>;
}

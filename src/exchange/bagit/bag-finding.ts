/** One thing that reading a bag brings to light. */

/** Told with the place, never with content. */
export interface BagFinding {
  /** `warning`: allowed, but another program may stumble. */
  readonly kind: 'fault' | 'warning';
  /** The file, or the manifest and its 1-based line; '' for the bag as a whole. */
  readonly path: string;
  /** Goes on from the path: "is missing". */
  readonly message: string;
}

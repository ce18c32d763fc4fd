/** What went wrong with a question to the desk, in the server's own words. */

/** `offline`: the server does not answer. `no-session`: it was started anew. */
export class DeskFault extends Error {
  readonly code: string;
  readonly status: number;
  readonly faults: readonly { readonly path: string; readonly message: string }[];

  constructor(code: string, message: string, options: Partial<Pick<DeskFault, 'status' | 'faults'>> = {}) {
    super(message);
    this.name = 'DeskFault';
    this.code = code;
    this.status = options.status ?? 0;
    this.faults = options.faults ?? [];
  }

  /**
   * Reads an answer that is no success.
   *
   * @example
   * DeskFault.of(404, { error: { code: 'not-found', message: 'No claim has this id.', faults: [] } }).code;
   */
  static of(status: number, content: unknown): DeskFault {
    const error = (content as { error?: Partial<DeskFault> } | null)?.error;
    return new DeskFault(error?.code ?? 'unexpected', error?.message ?? `The desk answered ${status}.`, {
      status,
      faults: error?.faults ?? [],
    });
  }
}

/**
 * The server does not answer: it was stopped, or is being started again.
 *
 * @example
 * noAnswer().code; // 'offline'
 */
export function noAnswer(): DeskFault {
  return new DeskFault('offline', 'The desk does not answer.');
}

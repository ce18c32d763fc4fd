/** The second reader behind an endpoint, put together: the address is checked before anything is sent. */
import type { TextReading } from '../desk/ports/text-reading.ts';

/** What a person asked for. */
export interface EndpointChoice {
  readonly address: string;
  readonly model: string;
  /** Somebody said that texts may leave this machine. */
  readonly mayLeave: boolean;
}

export interface EndpointReading extends TextReading {
  /** Where the texts go. */
  readonly base: string;
  /** True: to another machine. */
  readonly leaves: boolean;
  /** Proposals that were not used, so far: words that do not stand in the text, and answers of another form. */
  dropped(): { readonly notInText: number; readonly malformed: number };
}

/**
 * Checks the address and opens the reader; nothing is sent yet.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * const reading = await openEndpointReading({ address: 'http://127.0.0.1:8080/v1', model: 'local', mayLeave: false });
 */
export async function openEndpointReading(choice: EndpointChoice): Promise<EndpointReading> {
  const [{ checkEndpoint }, { openEndpointReader }] = await Promise.all([
    import('../engine/endpoint/check-address.ts'),
    import('../engine/endpoint/open-endpoint-reader.ts'),
  ]);
  const endpoint = await checkEndpoint(choice.address, { mayLeave: choice.mayLeave });
  const { base, leaves } = endpoint;
  return { ...openEndpointReader({ endpoint, model: choice.model }), base, leaves };
}

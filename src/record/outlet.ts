/**
 * A news agency, newspaper, broadcaster or news site by the names and addresses under which other reports cite it. Kept
 * apart from actors: an actor is who speaks in this record, an outlet is how the world spells its name. Institutions
 * only; nothing here says how reliable one is.
 */
import { construct, type Field, list, noteFault, object, oneOf, orNull, text } from './fields.ts';

export const OUTLET_KINDS = ['agency', 'newspaper', 'magazine', 'broadcaster', 'online'] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

export interface Outlet {
  /** Short and fixed, lower case: 'reuters'. Links refer to it. */
  readonly code: string;
  /** The name to show. */
  readonly name: string;
  readonly kind: OutletKind;
  /** ISO 3166-1 alpha-2 of its seat; null when unknown or spread over states. */
  readonly state: string | null;
  /** Other spellings that mean it wherever they stand. */
  readonly aliases: readonly string[];
  /** Spellings that mean other things too ("Time"): they count only beside a word that shows that a medium is meant. */
  readonly careful: readonly string[];
  /** What a text calls it after its full name was given ("the Times"). */
  readonly short: readonly string[];
  /** Host names without "www."; addresses below them count too. */
  readonly domains: readonly string[];
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const STATE = /^[A-Z]{2}$/;
const DOMAIN = /^(?!www\.)([\p{Ll}\p{N}-]+\.)+[\p{Ll}\p{N}-]{2,}$/u;

/** A text of one shape. */
function shaped(pattern: RegExp, message: string): Field<string> {
  return (value, at, faults) => {
    if (typeof value === 'string' && value.trim() !== '' && !pattern.test(value))
      noteFault(faults, at, message);
    return text(value, at, faults);
  };
}

/** Reads an outlet. */
export const outletField: Field<Outlet> = object<Outlet>({
  code: shaped(CODE, 'must be lower-case letters, digits and single hyphens, for example valley-post'),
  name: text,
  kind: oneOf(OUTLET_KINDS),
  state: orNull(shaped(STATE, 'must be two capital letters (ISO 3166-1), for example FR')),
  aliases: list(text),
  careful: list(text),
  short: list(text),
  domains: list(
    shaped(DOMAIN, 'must be a host name in lower case without "www.", for example valleypost.example'),
  ),
});

/**
 * Checks an outlet's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createOutlet({ code: 'valley-post', name: 'The Valley Post', kind: 'newspaper', state: null, aliases: ['Valley Post'], careful: [], short: ['the Post'], domains: ['valleypost.example'] });
 */
export function createOutlet(fields: Outlet): Outlet {
  return construct('outlet', outletField, fields);
}

/**
 * Whose address it is: the outlet of the longest domain that the host ends in; null for none, or when it is no address.
 *
 * @example
 * outletOfAddress('https://www.valleypost.example/a/1', [outlet])?.code; // 'valley-post'
 */
export function outletOfAddress(address: string, outlets: readonly Outlet[]): Outlet | null {
  const host = hostOf(address);
  if (host === null) return null;
  let found: { readonly outlet: Outlet; readonly length: number } | null = null;
  for (const outlet of outlets) {
    for (const domain of outlet.domains) {
      if (host !== domain && !host.endsWith(`.${domain}`)) continue;
      if (found === null || domain.length > found.length) found = { outlet, length: domain.length };
    }
  }
  return found?.outlet ?? null;
}

const ADDRESS = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i;

/**
 * The host of a web address, lower case, without "www."; null when it is none.
 *
 * @example
 * hostOf('https://www.Courier.example:8080/a'); // 'courier.example'
 */
export function hostOf(address: string): string | null {
  const host = ADDRESS.exec(address.trim())?.[1]?.toLowerCase().replace(/\.$/, '') ?? '';
  return host === '' ? null : host.replace(/^www\./, '');
}

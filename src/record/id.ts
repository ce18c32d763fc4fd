/**
 * Opaque, prefixed, branded ids: `src_` + 26 characters of Crockford base 32 (130 bits, the top two unused).
 * They say nothing about content or time. Randomness is handed in.
 */

const PREFIX = {
  source: 'src',
  capture: 'cap',
  actor: 'act',
  proposition: 'prp',
  claim: 'clm',
  link: 'lnk',
  finding: 'fnd',
  list: 'lst',
  listing: 'lsg',
  decision: 'dcn',
  incident: 'inc',
  act: 'dee',
  victim: 'vic',
  place: 'plc',
  toll: 'tol',
  case: 'cas',
  document: 'doc',
  reads: 'rds',
  counts: 'cnt',
  compartment: 'cmp',
  member: 'mem',
  response: 'rsp',
  release: 'rel',
  account: 'acc',
  invitation: 'inv',
  session: 'ses',
  comment: 'cmt',
} as const;

/** Kinds of things that have an id. */
export type IdKind = keyof typeof PREFIX;

/** An id of one kind; a plain string at run time. */
export type Id<K extends IdKind> = string & { readonly __kind: K };
export type SourceId = Id<'source'>;
export type CaptureId = Id<'capture'>;
export type ActorId = Id<'actor'>;
export type PropositionId = Id<'proposition'>;
export type ClaimId = Id<'claim'>;
export type LinkId = Id<'link'>;
export type FindingId = Id<'finding'>;
export type ListId = Id<'list'>;
export type ListingId = Id<'listing'>;
export type DecisionId = Id<'decision'>;
export type IncidentId = Id<'incident'>;
export type ActId = Id<'act'>;
export type VictimId = Id<'victim'>;
export type PlaceId = Id<'place'>;
export type TollId = Id<'toll'>;
export type CaseId = Id<'case'>;
export type DocumentId = Id<'document'>;
export type ReadsId = Id<'reads'>;
export type CountsId = Id<'counts'>;
export type CompartmentId = Id<'compartment'>;
export type MemberId = Id<'member'>;
export type ResponseId = Id<'response'>;
export type ReleaseId = Id<'release'>;
export type AccountId = Id<'account'>;
export type InvitationId = Id<'invitation'>;
export type SessionId = Id<'session'>;
export type CommentId = Id<'comment'>;

/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256 = string & { readonly __sha256: true };

/** Makes a new id of a kind. Handed to the desk; tests hand in a counter. */
export type NewId = <K extends IdKind>(kind: K) => Id<K>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const BODY = /^[0-9a-hjkmnp-tv-z]{26}$/;

/**
 * Builds the id maker from a source of random bytes.
 *
 * @param randomBytes returns that many unpredictable bytes
 * @example
 * const newId = idMaker((n) => new Uint8Array(n));
 * newId('source'); // 'src_00000000000000000000000000'
 */
export function idMaker(randomBytes: (count: number) => Uint8Array): NewId {
  return <K extends IdKind>(kind: K): Id<K> => {
    let body = '';
    for (const byte of randomBytes(26)) body += ALPHABET[byte & 31];
    return `${PREFIX[kind]}_${body}` as Id<K>;
  };
}

/**
 * Says whether a string is a well-formed id of the kind.
 *
 * @example
 * isId('source', 'src_00000000000000000000000000'); // true
 */
export function isId<K extends IdKind>(kind: K, value: unknown): value is Id<K> {
  if (typeof value !== 'string') return false;
  const prefix = `${PREFIX[kind]}_`;
  return value.startsWith(prefix) && BODY.test(value.slice(prefix.length));
}

/**
 * Says whether a string is a lower-case hexadecimal SHA-256.
 *
 * @example
 * isSha256('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'); // true
 */
export function isSha256(value: unknown): value is Sha256 {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}

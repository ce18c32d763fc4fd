/**
 * Passkeys over `@simplewebauthn/server`: bound to one name and origin, always with the owner's finger, face or code (user
 * verification), and no attestation: which make of key somebody has is not our concern. Whatever is not right gives null and no reason.
 */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Passkeys } from '../../desk/ports/passkeys.ts';
import type { KeptPasskey } from '../../record/team/account.ts';

/** Milliseconds. */
const PATIENCE = 300_000;
/**
 * EdDSA, ES256 and RS256 (COSE), at every instance alike. The library's own choice goes by what Node calls experimental, and differs
 * from one Node to the next.
 */
const ALGORITHMS = [-8, -7, -257];

/**
 * Passkeys of one address.
 *
 * @param address under which members reach the desk; its name without the port is what the keys are bound to
 * @param name shown beside the passkey
 * @example
 * const passkeys = openPasskeys(new URL('https://desk.example'), 'kessar');
 */
export function openPasskeys(address: URL, name: string): Passkeys {
  const rpID = address.hostname;
  const expected = { expectedOrigin: address.origin, expectedRPID: rpID, requireUserVerification: true };
  return {
    toMake: async (owner) => {
      const options = await generateRegistrationOptions({
        rpName: name,
        rpID,
        userID: Uint8Array.from(Buffer.from(owner.id, 'utf8')),
        userName: owner.name,
        attestationType: 'none',
        timeout: PATIENCE,
        excludeCredentials: owner.held.map(({ id }) => ({ id })),
        supportedAlgorithmIDs: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { challenge: options.challenge, options: { ...options } };
    },
    made: async (answer, challenge) => {
      const verified = await orNull(() =>
        verifyRegistrationResponse({
          response: answer as RegistrationResponseJSON,
          expectedChallenge: challenge,
          supportedAlgorithmIDs: ALGORITHMS,
          ...expected,
        }),
      );
      if (verified?.verified !== true) return null;
      const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
      return {
        id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: transports ?? [],
      };
    },
    toUse: async () => {
      const options = await generateAuthenticationOptions({
        rpID,
        userVerification: 'required',
        timeout: PATIENCE,
        allowCredentials: [],
      });
      return { challenge: options.challenge, options: { ...options } };
    },
    claimed: (answer) => {
      const { id, response } = (answer ?? {}) as { id?: unknown; response?: { userHandle?: unknown } };
      if (typeof id !== 'string' || typeof response?.userHandle !== 'string') return null;
      return { passkey: id, owner: Buffer.from(response.userHandle, 'base64url').toString('utf8') };
    },
    used: async (answer, challenge, passkey) => {
      const verified = await orNull(() =>
        verifyAuthenticationResponse({
          response: answer as AuthenticationResponseJSON,
          expectedChallenge: challenge,
          credential: credentialOf(passkey),
          ...expected,
        }),
      );
      return verified?.verified === true ? verified.authenticationInfo.newCounter : null;
    },
  };
}

function credentialOf({ id, publicKey, counter }: KeptPasskey) {
  return { id, publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64url')), counter };
}

/** The library throws for answers of a wrong form, of another origin, of another key alike. */
async function orNull<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify();
  } catch {
    return null;
  }
}

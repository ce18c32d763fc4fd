/**
 * An organisation's sign-in over `openid-client`: authorization code with PKCE, state and nonce; signature, issuer, audience and
 * time of the token are checked although it comes over TLS. It is asked for where it is when somebody first wants to use it, so
 * that a provider that is down keeps nobody else out.
 */
import * as oidc from 'openid-client';
import type { OutsideDoor, OutsideProof } from '../../desk/ports/outside-door.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { isHere, type OutsideSettings } from './outside-settings.ts';

/** Seconds. */
const PATIENCE = 8;
/** Milliseconds for which what the provider says of itself is held. */
const HELD = 3_600_000;
/** Seconds for which a proof made anew may be old. */
const ANEW = 120;

export interface OutsideDoorOptions extends OutsideSettings {
  readonly secret: string | null;
  /** Where the provider sends the browser back to. */
  readonly redirect: string;
}

/**
 * Opens the door; asks nobody yet.
 *
 * @example
 * const door = openOutsideDoor({ ...settings, secret: null, redirect: 'https://desk.example/outside' });
 */
export function openOutsideDoor(options: OutsideDoorOptions): OutsideDoor {
  const { name, redirect } = options;
  const unreachable = (): OnRecordError =>
    new OnRecordError(
      'unreachable',
      `The sign-in of ${name} does not answer as it should: try again later, or use your passphrase or passkey, which go on working.`,
    );
  const provider = heldFor(HELD, () => discovered(options, unreachable));
  const reach = async <T>(work: (config: oidc.Configuration) => Promise<T> | T): Promise<T> => {
    try {
      return await work(await provider());
    } catch (error) {
      throw isDown(error) ? unreachable() : error;
    }
  };
  return {
    name,
    ask: ({ state, nonce, verifier, again }) =>
      reach(async (config) => {
        const modes = config.serverMetadata().response_modes_supported ?? [];
        const asked = {
          redirect_uri: redirect,
          scope: 'openid profile',
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          // Behind the # of an address the code reaches no server's log.
          ...(modes.includes('fragment') ? { response_mode: 'fragment' } : {}),
          ...(again ? { prompt: 'login', max_age: '0' } : {}),
        };
        return oidc.buildAuthorizationUrl(config, asked).href;
      }),
    proof: (answer, { state, nonce, verifier, again }) =>
      reach(async (config) => {
        const back = new URL(redirect);
        back.search = answer;
        try {
          const tokens = await oidc.authorizationCodeGrant(config, back, {
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
            ...(again ? { maxAge: ANEW } : {}),
          });
          return proofIn(tokens.claims(), options);
        } catch (error) {
          if (isDown(error)) throw error;
          return null;
        }
      }),
    signOutAddress: () =>
      reach((config) => {
        if (config.serverMetadata().end_session_endpoint === undefined) return null;
        return oidc.buildEndSessionUrl(config).href;
      }).catch(() => null),
  };
}

async function discovered(
  { issuer, client, secret }: OutsideDoorOptions,
  unreachable: () => OnRecordError,
): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const config = await oidc
    .discovery(server, client, undefined, secret === null ? oidc.None() : bySecret(secret), {
      timeout: PATIENCE,
      [oidc.customFetch]: asking,
      execute: [oidc.enableNonRepudiationChecks, ...(isHere(server) ? [oidc.allowInsecureRequests] : [])],
    })
    .catch(() => {
      throw unreachable();
    });
  // The library lets some providers name another issuer than the one that was asked for.
  if (new URL(config.serverMetadata().issuer).href !== server.href) throw unreachable();
  return config;
}

/** In the header where the provider takes it, which is the rule, else in the body (RFC 6749 §2.3.1). */
function bySecret(secret: string): oidc.ClientAuth {
  const [inHeader, inBody] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_basic') ? inHeader : inBody)(server, ...rest);
  };
}

/** The provider does not answer, or says that it cannot. */
class ProviderDown extends Error {
  override readonly name = 'ProviderDown';
}

const asking: oidc.CustomFetch = async (address, options) => {
  const answer = await fetch(address, options as RequestInit).catch(() => {
    throw new ProviderDown();
  });
  if (answer.status >= 500) throw new ProviderDown();
  return answer;
};

function isDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error instanceof ProviderDown || isDown(error.cause);
}

function proofIn(
  claims: oidc.IDToken | undefined,
  { acr, amr }: Pick<OutsideSettings, 'acr' | 'amr'>,
): OutsideProof | null {
  if (claims === undefined) return null;
  const used = Array.isArray(claims.amr) ? claims.amr : [];
  const called = [claims.preferred_username, claims.name].find((one) => typeof one === 'string');
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: typeof called === 'string' ? called : null,
    strong: acr.some((one) => one === claims.acr) || amr.some((one) => used.includes(one)),
  };
}

/** Asks at most once in a while, and again after a failure. */
function heldFor<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let held: Promise<T> | null = null;
  let until = 0;
  return () => {
    const now = performance.now();
    if (held !== null && now < until) return held;
    const asked = ask();
    held = asked;
    until = now + milliseconds;
    asked.catch(() => {
      if (held === asked) held = null;
    });
    return asked;
  };
}

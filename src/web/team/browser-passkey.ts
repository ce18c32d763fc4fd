/** Passkeys in the browser: the desk's question in, the answer of the person's device out. */

/**
 * Whether this browser can.
 *
 * @example
 * canPasskeys(); // true
 */
export function canPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/**
 * Has a passkey made.
 *
 * @throws DOMException when the person turns away from it
 * @example
 * const answer = await makePasskey(options);
 */
export async function makePasskey(options: object): Promise<Record<string, unknown>> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as PublicKeyCredentialCreationOptionsJSON,
  );
  return told(await navigator.credentials.create({ publicKey }));
}

/**
 * Has a passkey used.
 *
 * @throws DOMException when the person turns away from it
 * @example
 * const answer = await usePasskey(options);
 */
export async function usePasskey(options: object): Promise<Record<string, unknown>> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as PublicKeyCredentialRequestOptionsJSON,
  );
  return told(await navigator.credentials.get({ publicKey }));
}

function told(credential: Credential | null): Record<string, unknown> {
  if (!(credential instanceof PublicKeyCredential)) throw new TypeError('The browser made no passkey.');
  return { ...credential.toJSON() };
}

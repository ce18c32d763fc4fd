/** Keys and description of a new vault, before anything is on disk. */
import { deriveKey, KEY_BYTES } from '../../crypto/derive-key.ts';
import { createEnvelope, type RandomBytes } from '../../crypto/key-envelope.ts';
import { formatVkey, noteSigner } from '../../crypto/note-key.ts';
import type { Argon2Cost } from '../../crypto/passphrase-key.ts';
import { NONCE_BYTES, wrapKey } from '../../crypto/wrapped-key.ts';
import { sealVaultFile, VAULT_FORMAT, VAULT_VERSION, type VaultFile } from '../vault-file.ts';
import { SEED_CONTEXT } from './vault-keys.ts';

/** How a new vault is protected. */
export type NewVaultKeys =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'encrypted';
      readonly passphrase: string;
      /** 32 random bytes that a person prints and keeps elsewhere. */
      readonly recoveryKey: Uint8Array;
      readonly cost: Argon2Cost;
    };

export interface NewVaultFile {
  readonly file: VaultFile & { readonly mac: string };
  /** 32 bytes; overwrite it when done. */
  readonly master: Uint8Array;
}

/** What stays the same when a vault gets new keys: who it is, and the key it signs with. */
export interface VaultIdentity {
  readonly id: string;
  readonly createdAt: string;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

export interface NewVaultInput {
  readonly keys: NewVaultKeys;
  /** ISO 8601 instant, UTC. */
  readonly createdAt: string;
  readonly data: string;
  /** A file in the vault when absent. */
  readonly record?: VaultFile['record'];
  readonly random: RandomBytes;
  /** Of the vault that gets new keys; a new one when absent. */
  readonly identity?: VaultIdentity;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Makes a description with fresh keys.
 *
 * @example
 * const { file, master } = newVaultFile({ keys: { kind: 'none' }, createdAt, data: 'data-1', random });
 */
export function newVaultFile(input: NewVaultInput): NewVaultFile {
  const { keys, createdAt, data, record = 'sqlite', random, identity } = input;
  const master = random(KEY_BYTES);
  const id = identity?.id ?? [...random(26)].map((byte) => ALPHABET[byte & 31]).join('');
  const seed = identity?.seed ?? random(KEY_BYTES);
  const origin = `onrecord.log/${id}`;
  const vkey = formatVkey(noteSigner(origin, seed));
  const wrapped = wrapKey({
    key: deriveKey(master, 'onrecord/log-key/v1'),
    secret: seed,
    context: SEED_CONTEXT,
    nonce: random(NONCE_BYTES),
  });
  const protection: VaultFile['protection'] =
    keys.kind === 'none'
      ? { kind: 'none', key: Buffer.from(master).toString('base64') }
      : { kind: 'encrypted', envelope: createEnvelope({ ...keys, master, random }) };
  const bare: VaultFile = {
    format: VAULT_FORMAT,
    version: VAULT_VERSION,
    id,
    createdAt: identity?.createdAt ?? createdAt,
    data,
    record,
    protection,
    log: { origin, vkey, seed: wrapped },
  };
  return { file: sealVaultFile(bare, deriveKey(master, 'onrecord/vault-file/v1')), master };
}

/**
 * What the commands that unlock, lock and change a passphrase need: the vault's wrapped keys, the agent that holds a
 * key between commands, and where a passphrase comes from. Put together by compose.ts alone.
 */
import type { PassphraseSource } from './passphrase-source.ts';

/** What vault.json says without any secret. */
export interface DescribedVault {
  /** Absolute path. */
  readonly dir: string;
  /** Random and fixed for the life of the vault: the name by which an agent knows it. */
  readonly id: string;
  readonly encrypted: boolean;
}

/** One of the two things that open a vault. */
export type VaultSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery-key'; readonly key: Uint8Array };

/** A recovery key as a person typed it: read, or which groups are wrong. */
export type TypedRecoveryKey =
  | { readonly ok: true; readonly key: Uint8Array }
  | { readonly ok: false; readonly groups: readonly number[]; readonly message: string };

/** The process that holds keys between commands. */
export interface KeyAgent {
  /** 32 bytes, to be overwritten with zeros after use; null when no agent holds the vault's key. */
  key(vaultId: string): Promise<Uint8Array | null>;
  /** @throws OnRecordError `locked` when it cannot start */
  start(start: {
    readonly vaultId: string;
    readonly master: Uint8Array;
    readonly minutes: number;
  }): Promise<unknown>;
  /**
   * One vault, or all with null; the number of keys dropped.
   *
   * @throws OnRecordError `locked` when an agent does not answer
   */
  lock(vaultId: string | null): Promise<number>;
}

export interface VaultKeys {
  readonly source: PassphraseSource;
  readonly agent: KeyAgent;
  /** @throws OnRecordError `no-vault`, `vault-too-new`, `damaged` */
  describe(dir: string): Promise<DescribedVault>;
  /**
   * The master key, or null when the secret is not this vault's.
   *
   * @returns 32 bytes, to be overwritten with zeros after use
   * @throws OnRecordError `no-vault`, `damaged`, `bad-usage` for a text that cannot be a passphrase
   */
  open(dir: string, secret: VaultSecret): Promise<Uint8Array | null>;
  /** Wraps the same master key under another passphrase; nothing else is written. */
  changePassphrase(
    dir: string,
    change: { readonly master: Uint8Array; readonly passphrase: string },
  ): Promise<void>;
  /** Makes a fresh recovery key, which replaces the one before, and returns it as it is printed. */
  changeRecoveryKey(dir: string, change: { readonly master: Uint8Array }): Promise<string>;
  readRecoveryKey(typed: string): TypedRecoveryKey;
}

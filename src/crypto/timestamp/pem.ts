/** Certificates as PEM text (RFC 7468), as authorities publish their roots. Reads several in one text. */
import { X509Certificate } from 'node:crypto';

const BLOCK = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/gu;

/** The certificates of a text, and what is wrong with it. */
export interface PemCertificates {
  readonly certificates: readonly X509Certificate[];
  /** Sentences; empty when everything could be read. */
  readonly faults: readonly string[];
}

/**
 * Reads all certificates of a PEM text. Never throws.
 *
 * @example
 * readPem('nothing').faults; // ['The text holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).']
 */
export function readPem(text: string): PemCertificates {
  const blocks = text.match(BLOCK) ?? [];
  if (blocks.length === 0)
    return {
      certificates: [],
      faults: ['The text holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).'],
    };
  const certificates: X509Certificate[] = [];
  const faults: string[] = [];
  for (const [index, block] of blocks.entries()) {
    try {
      certificates.push(new X509Certificate(block));
    } catch {
      faults.push(`Certificate ${index + 1} of ${blocks.length} in the PEM text cannot be read.`);
    }
  }
  return { certificates, faults };
}

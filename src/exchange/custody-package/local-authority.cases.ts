/** A time-stamp authority (RFC 3161) of openssl, made anew for a test and gone after it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A time-stamp authority on this machine, made with openssl for one test. */
export interface LocalAuthority {
  readonly rootPem: string;
  /** DER of the token over those bytes. */
  stamp(message: string): Uint8Array;
  remove(): void;
}

const AUTHORITY_CONFIG = `
[ tsa ]
default_tsa = tsa1
[ tsa1 ]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ req ]
distinguished_name = name
[ name ]
[ ca ]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[ stamper ]
basicConstraints = CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
`;

/** Makes the authority; the folder of its keys lies in the system's temporary folder. */
export function localAuthority(): LocalAuthority {
  const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-authority-'));
  const openssl = (...args: string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  writeFileSync(path.join(folder, 'tsa.cnf'), AUTHORITY_CONFIG);
  writeFileSync(path.join(folder, 'serial'), '01\n');
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-config', 'tsa.cnf'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=Invented root',
    '-days',
    '30',
    '-extensions',
    'ca',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  openssl('req', ...key, '-subj', '/CN=Invented authority', '-keyout', 'tsa.key', '-out', 'tsa.csr');
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '20',
    '-extfile',
    'tsa.cnf',
    '-extensions',
    'stamper',
    '-out',
    'tsa.pem',
  );
  return {
    rootPem: readFileSync(path.join(folder, 'ca.pem'), 'utf8'),
    stamp(message) {
      writeFileSync(path.join(folder, 'message'), message);
      openssl('ts', '-query', '-data', 'message', '-sha256', '-cert', '-out', 'query');
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-section',
        'tsa1',
        '-queryfile',
        'query',
        '-signer',
        'tsa.pem',
        '-inkey',
        'tsa.key',
        '-token_out',
        '-out',
        'token',
      );
      return new Uint8Array(readFileSync(path.join(folder, 'token')));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * The bytes of a vault, wherever they lie: in its data folder, or in an object store that `blobs.json` beside `vault.json`
 * names. The file holds the address and nothing secret; keys come from the environment, as every tool for such stores takes
 * them: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN.
 */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import { isSha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { BlobCover } from './blob-cover.ts';
import { fileBlobStore } from './file-blob-store.ts';
import { parseS3Address } from './s3-address.ts';
import type { ObjectPlace, S3Keys } from './s3-objects.ts';
import { syncFolder } from './sync-folder.ts';

const FILE = 'blobs.json';
const FORMAT = 'onrecord-blobs';

/** How bytes are opened. */
export interface OpenBlobsOptions {
  /** The folder in which they lie unless the vault says otherwise. */
  readonly dir: string;
  readonly readOnly: boolean;
  readonly cover: BlobCover;
}

/**
 * Opens them.
 *
 * @param root folder of the vault
 * @throws OnRecordError `damaged`, `bad-usage` when the environment names no keys
 * @example
 * const blobs = await openBlobs('/vault', { dir: '/vault/data-1/blobs', readOnly: false, cover });
 */
export async function openBlobs(root: string, options: OpenBlobsOptions): Promise<BlobStore> {
  const objects = await openObjects(root);
  if (objects === null) return fileBlobStore(options);
  return (await import('./object-blob-store.ts')).objectBlobStore(objects, options);
}

/**
 * The object store that holds the bytes of a vault; null: its folder does.
 *
 * @throws OnRecordError `damaged`, `bad-usage` when the environment names no keys
 * @example
 * await openObjects('/vault'); // null
 */
export async function openObjects(root: string): Promise<ObjectPlace | null> {
  const address = await addressOfBlobs(root);
  if (address === null) return null;
  const { s3Objects } = await import('./s3-objects.ts');
  return s3Objects(parseS3Address(address), keysIn(process.env));
}

/**
 * Takes back what `placeBlobs` wrote, and every object at that address: of a vault that was not finished.
 *
 * @throws OnRecordError `damaged`, `bad-usage`, `unreachable`
 * @example
 * await dropPlacedBlobs('/unfinished');
 */
export async function dropPlacedBlobs(root: string): Promise<void> {
  const objects = await openObjects(root);
  if (objects === null) return;
  const names: string[] = [];
  for await (const name of objects.names()) if (isSha256(name)) names.push(name);
  for (const name of names) await objects.remove(name);
  await rm(join(root, FILE), { force: true });
}

/**
 * Where the bytes of a vault lie; null: in its folder.
 *
 * @throws OnRecordError `damaged`
 * @example
 * await addressOfBlobs('/vault'); // null
 */
export async function addressOfBlobs(root: string): Promise<string | null> {
  let content: string;
  try {
    content = await readFile(join(root, FILE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw error;
  }
  try {
    const { format, address } = JSON.parse(content) as { format?: unknown; address?: unknown };
    if (format === FORMAT && typeof address === 'string') return address;
  } catch {
    // Told below.
  }
  throw new OnRecordError(
    'damaged',
    `${FILE} does not say where the bytes of this vault lie. Put it back from a copy of the folder. (${root})`,
    { subject: root },
  );
}

/**
 * Sees that an object store lets this program in, and writes down that the bytes of a new vault lie there.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * await placeBlobs('/vault', 's3://kessar/bytes?region=eu-central-1');
 */
export async function placeBlobs(root: string, address: string): Promise<void> {
  const { s3Objects } = await import('./s3-objects.ts');
  const objects = s3Objects(parseS3Address(address), keysIn(process.env));
  for await (const name of objects.names())
    throw new OnRecordError(
      'vault-exists',
      `There is something at this address already (${objects.shown}): a vault needs a prefix of its own.`,
      { subject: name.slice(0, 8) },
    );
  const beside = join(root, `${FILE}.new`);
  await rm(beside, { force: true });
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify({ format: FORMAT, address })}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, join(root, FILE));
  await syncFolder(root);
}

/**
 * Refuses what is only done with bytes in the vault's own folder.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * await refuseElsewhere('/vault', 'Keys cannot be changed');
 */
export async function refuseElsewhere(root: string, what: string): Promise<void> {
  if ((await addressOfBlobs(root)) === null) return;
  throw new OnRecordError(
    'bad-usage',
    `${what} while the bytes of the vault lie in an object store. Make a backup, restore it into a new folder, change the keys of that vault, make a backup of it, and restore that one with --blobs and a new address. docs/guide/team.md has the five commands.`,
    { subject: root },
  );
}

function keysIn(env: NodeJS.ProcessEnv): S3Keys {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  if (accessKeyId === '' || secretAccessKey === '')
    throw new OnRecordError(
      'bad-usage',
      'The bytes of this vault lie in an object store: its keys are missing. Put them into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    );
  return { accessKeyId, secretAccessKey, sessionToken: env.AWS_SESSION_TOKEN ?? null };
}

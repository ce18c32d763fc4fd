/**
 * Where the bytes of a vault lie in an S3-compatible store: `s3://BUCKET/PREFIX?region=REGION&endpoint=https://HOST`. The
 * address holds no key and no password: who may read and write is told by the environment.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';

export interface S3Address {
  readonly bucket: string;
  /** Ends in `/`, or is empty. */
  readonly prefix: string;
  readonly region: string;
  /** Without a slash at its end. */
  readonly endpoint: string;
  /** For people: without what a person need not see. */
  readonly shown: string;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u;
const PREFIX = /^(?:[\w.-]+\/)*[\w.-]*$/u;
const REGION = /^[a-z0-9-]{1,40}$/u;
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/u;

/**
 * Reads an address. Without `endpoint` it is Amazon's for the region; a store elsewhere than on this machine must be reached
 * by https.
 *
 * @throws OnRecordError `bad-usage` with every fault
 * @example
 * parseS3Address('s3://kessar/bytes?region=eu-central-1').endpoint; // 'https://s3.eu-central-1.amazonaws.com'
 */
export function parseS3Address(address: string): S3Address {
  const faults: string[] = [];
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== 's3:')
    throw wrong(['It must read s3://BUCKET/PREFIX?region=REGION&endpoint=https://HOST.']);
  if (url.username !== '' || url.password !== '')
    faults.push('A key never stands in an address: put it into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const asked = [...url.searchParams.keys()];
  if (asked.some((name) => name !== 'region' && name !== 'endpoint'))
    faults.push('Behind the question mark stand region and endpoint, and nothing else.');
  const region = url.searchParams.get('region') ?? 'us-east-1';
  if (!REGION.test(region)) faults.push('The region is a name as eu-central-1.');
  const bucket = url.hostname;
  if (!BUCKET.test(bucket)) faults.push('The bucket has 3 to 63 small letters, digits, dots and hyphens.');
  const path = url.pathname.replace(/^\/+|\/+$/gu, '');
  if (!PREFIX.test(path) || path.split('/').includes('..'))
    faults.push('The prefix has letters, digits, dots, hyphens and slashes alone.');
  const endpoint = endpointOf(url.searchParams.get('endpoint'), region, faults);
  if (faults.length > 0) throw wrong(faults);
  const prefix = path === '' ? '' : `${path}/`;
  return { bucket, prefix, region, endpoint, shown: `${new URL(endpoint).host}, bucket ${bucket}` };
}

function endpointOf(given: string | null, region: string, faults: string[]): string {
  const endpoint = given ?? `https://s3.${REGION.test(region) ? region : 'us-east-1'}.amazonaws.com`;
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (
    url === null ||
    !/^https?:$/u.test(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== ''
  ) {
    faults.push('The endpoint is an address as https://s3.example.org, without a name or a password in it.');
    return '';
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    faults.push(
      'The endpoint must be reached by https: others on the way could read and change what is stored.',
    );
  return endpoint.replace(/\/+$/u, '');
}

function wrong(faults: readonly string[]): OnRecordError {
  return new OnRecordError(
    'bad-usage',
    `This address of an object store cannot be used. ${faults.join(' ')}`,
    {
      faults: faults.map((message) => ({ path: 'blobs', message })),
    },
  );
}

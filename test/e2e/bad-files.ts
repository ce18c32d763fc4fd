/** Files that make trouble, small to write down and large or broken when read. */
import { deflateRawSync } from 'node:zlib';
import { ARTICLE } from './cli-fixture.ts';

/** Bytes that are no text, the same in every run. */
export function junk(): Uint8Array {
  return Uint8Array.from({ length: 20_000 }, (_, index) => (index * index * 31 + index * 7919) % 256);
}

/** An archive in which one member unpacks to `mib` MiB of spaces. */
export function bomb(member: string, mib: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(mib << 20, 0x20), { level: 9 });
  const name = Buffer.from(member);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(8, 4);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(mib << 20, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
  const rest = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, rest, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\x05\x06'), end]);
}

/** A page of more than 50 MB. */
export function hugePage(): string {
  const line = '<p>The Sorev Courier reported that 11 weavers had been killed in Kessar.</p>\n';
  return `<!doctype html><title>Big</title><article>${line.repeat(Math.ceil(52_500_000 / line.length))}</article>`;
}

/** Says that it is UTF-8 and is Windows-1252. */
export function wronglyDeclared(): Uint8Array {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Caf\u00e9</title></head><body><article>
<p>The owner of the caf\u00e9 in Besan\u00e7on said that 12 people were d\u00e9tained there on Tuesday evening.</p></article></body></html>`;
  return Buffer.from(page, 'latin1');
}

/** A page dated in the future. */
export function fromTheFuture(): string {
  return ARTICLE.replace('2021-04-20', '2099-01-01');
}

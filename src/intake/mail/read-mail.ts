/**
 * An e-mail (RFC 5322, `mail-1`): subject and text, plain text preferred to HTML; sender, date and subject as
 * statements; attachments handed back for reading. Saved web pages in MIME form (MHTML) are pages, not mails.
 */

import PostalMime, { type Address, type Email } from 'postal-mime';
import { NOTHING_STATED } from '../../desk/ports/document-reader.ts';
import { readHtmlText, wholeHtmlText } from '../html/read-html.ts';
import type { Limits } from '../limits.ts';
import { type SavedPart, withSavedPictures } from '../picture-hashes.ts';
import { type Reading, type TextHints, withoutText, withText } from '../reading.ts';
import { firstStatedDate } from '../stated-date.ts';
import { statedLine, statedNames, statedUrl } from '../stated-metadata.ts';

/** A file inside a mail. */
export interface MailAttachment {
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/** The mail and what hangs on it. */
export interface MailReading {
  readonly reading: Reading;
  readonly attachments: readonly MailAttachment[];
}

const MEDIA_TYPE = 'message/rfc822';

function nameOf(address: Address | undefined): string | null {
  return statedLine(address?.name) ?? statedLine(address?.address);
}

function attachmentsOf(mail: Email): readonly MailAttachment[] {
  return mail.attachments
    .filter((attachment) => attachment.related !== true)
    .map(({ filename, content }) => ({
      name: statedLine(filename),
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    }));
}

function savedParts(mail: Email): readonly SavedPart[] {
  return mail.attachments.map(({ mimeType, content }) => ({
    mimeType,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
  }));
}

function headerOf(mail: Email, key: string): string | null {
  return statedLine(mail.headers.find((line) => line.key === key)?.value);
}

/** Where a page saved as MHTML came from ('' when the browser did not say); null for a mail. */
function savedFrom(mail: Email): string | null {
  const location = headerOf(mail, 'snapshot-content-location');
  if (location !== null) return location;
  const isSaved = /saved by/i.test(headerOf(mail, 'from') ?? '');
  const isPage = /multipart\/related/i.test(headerOf(mail, 'content-type') ?? '');
  return isSaved && isPage ? '' : null;
}

function fromMail(mail: Email, hints: TextHints, limits: Limits): Reading {
  const location = savedFrom(mail);
  if (location !== null && mail.html !== undefined) {
    // Frames of the page stand as pages of their own behind it, and the parser joins all HTML.
    const end = mail.html.search(/<\/html\s*>/i);
    const page = readHtmlText(end < 0 ? mail.html : mail.html.slice(0, end), {
      notes: ['A web page saved as MHTML.'],
      now: hints.now,
      limits,
      mediaType: 'multipart/related',
    });
    const trail = withSavedPictures(page.trail ?? null, savedParts(mail));
    const stated = { ...page.stated, url: page.stated.url ?? statedUrl(location) };
    return { ...page, stated, ...(trail === null ? {} : { trail }) };
  }
  const date = firstStatedDate([headerOf(mail, 'date'), mail.date], hints.now);
  const subject = statedLine(mail.subject);
  const plain = mail.text !== undefined && mail.text.trim() !== '' ? mail.text : null;
  const body = plain ?? (mail.html === undefined ? '' : wholeHtmlText(mail.html, limits));
  const from = nameOf(mail.from);
  const stated = {
    ...NOTHING_STATED,
    kind: 'e-mail' as const,
    title: subject,
    authors: statedNames([from]),
    publishedAt: date.day,
  };
  const raw = [subject, body].filter((part) => part !== null && part !== '').join('\n\n');
  const notes = date.note === null ? [] : [date.note];
  return withText({
    mediaType: MEDIA_TYPE,
    normaliser: 'mail-1',
    raw,
    stated,
    notes,
    textUnits: limits.textUnits,
  });
}

/**
 * Reads one mail.
 *
 * @example
 * (await readMail(bytes, { charset: null, now: new Date() }, DEFAULT_LIMITS)).attachments.length
 */
export async function readMail(bytes: Uint8Array, hints: TextHints, limits: Limits): Promise<MailReading> {
  try {
    const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
    return {
      reading: fromMail(mail, hints, limits),
      attachments: savedFrom(mail) === null ? attachmentsOf(mail) : [],
    };
  } catch {
    const reason = 'The e-mail could not be taken apart: it is damaged or nested too deeply.';
    return { reading: withoutText(MEDIA_TYPE, reason), attachments: [] };
  }
}

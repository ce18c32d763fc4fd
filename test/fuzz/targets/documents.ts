/** Files that people hand in as sources: pages, papers, mails, archives, posts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWS_PAGES } from '../../../src/intake/fixtures/saved-news-pages.ts';
import { OTHER_PAGES } from '../../../src/intake/fixtures/saved-other-pages.ts';
import {
  docPropsOf,
  docxOf,
  pdfOf,
  placedPdfOf,
  utf8,
  warcOf,
  warcRecord,
  zipOf,
} from '../../../src/intake/fixtures/small-files.ts';
import type { ArchivePart, HostileTask } from '../../../src/intake/hostile/hostile-messages.ts';
import { parseHostile } from '../../../src/intake/hostile/parse-hostile.ts';
import { DEFAULT_LIMITS } from '../../../src/intake/limits.ts';
import { readAny } from '../../../src/intake/read-any.ts';
import { type FuzzTarget, inputs, type ReadInput } from '../fuzz-target.ts';

const NOW = new Date('2031-06-01T12:00:00Z');
const REPORTS = join(import.meta.dirname, '..', '..', '..', 'examples', 'reports');
const example = (name: string): Uint8Array => new Uint8Array(readFileSync(join(REPORTS, name)));

/** Parsers of others run in a thread of their own elsewhere; here they run at once. */
async function hostile(kind: HostileTask['kind'], bytes: Uint8Array) {
  const parts: ArchivePart[] = [];
  const outcome = await parseHostile({ kind, bytes, limits: DEFAULT_LIMITS }, (part) => parts.push(part));
  return { outcome, parts };
}

const room = { limits: DEFAULT_LIMITS, now: NOW, hostile: { parse: hostile, close: async () => {} } };

/** As a file of that name. */
function named(fileName: string): ReadInput {
  return async (bytes) => {
    const documents = await readAny({ bytes, fileName, charset: null, depth: 0 }, room);
    return documents.flatMap(({ notes, noTextReason }) => [...notes, noTextReason ?? '']);
  };
}

function fileTarget(
  name: string,
  fileName: string,
  words: readonly string[],
  seeds: () => readonly Uint8Array[],
): FuzzTarget {
  return { name, words, seeds: async () => seeds(), open: async () => named(fileName) };
}

const TAGS =
  '<div> </div> <p> <h1> <table> <tr> <td> <li> <script> </script> <style> <title> <article> <main> <meta <svg> <math> <iframe <template> <select> <plaintext> <!-- --> <![CDATA[ <!doctype hidden style="display:none" class="nav" itemprop="author" type="application/ld+json" charset="x" &#x0; &#99999999; &amp &lt; <s> <del> <base href="http://x" <a href="javascript:"'.split(
    ' ',
  );
const PDF_WORDS =
  'obj endobj stream endstream xref trailer startxref << >> /Length /Filter /FlateDecode /ASCIIHexDecode /Kids /Count /Parent /Type /Page /Pages /Contents /Resources /Font /Encoding /ToUnicode /ObjStm /Prev /Root /Encrypt 0 R Tj TJ BT ET Tm Td Tf Do q Q cm'.split(
    ' ',
  );
const ZIP_WORDS = [
  'PK\x01\x02',
  'PK\x03\x04',
  'PK\x05\x06',
  'PK\x06\x06',
  'PK\x06\x07',
  'word/document.xml',
  '\xff\xff\xff\xff',
  '\x00\x00\x00\x00',
];
const WARC_WORDS =
  'WARC/1.0|WARC/1.1|WARC-Type: response|WARC-Type: resource|WARC-Type: revisit|WARC-Type: warcinfo|Content-Length: |WARC-Target-URI: |WARC-Date: |HTTP/1.1 200 OK|Transfer-Encoding: chunked|Content-Encoding: gzip|Content-Encoding: br|Content-Type: text/html; charset=|OnRecord-Role: part|urn:dom:https://x|\r\n\r\n'.split(
    '|',
  );
const MAIL_WORDS =
  'From: |To: |Subject: |Date: |=?utf-8?B?|=?koi8-r?Q?|?=|MIME-Version: 1.0|Content-Type: multipart/mixed; boundary="b"|Content-Type: message/rfc822|Content-Type: text/html|Content-Transfer-Encoding: base64|quoted-printable|--b|--b--|Content-Disposition: attachment; filename="a.html"|=3D|\r\n'.split(
    '|',
  );

function archives(): readonly Uint8Array[] {
  const page = warcRecord({
    url: 'https://courier.example/1',
    type: 'text/html; charset=utf-8',
    status: 200,
    body: '1a\r\n<p>Eleven people were held.\r\n0\r\n\r\n',
    id: '00000000-0000-4000-8000-000000000001',
    headers: ['Transfer-Encoding: chunked'],
  });
  return [example('11-courier-eleven-names.warc.gz'), warcOf([page, page], false), warcOf([page], true)];
}

/** The XML inside a Word document, bent where it is read. */
const DOCX_XML: FuzzTarget = {
  name: 'docx-xml',
  words:
    '<w:p> <w:r> <w:t> </w:t> <w:tbl> <w:tr> <w:tc> <w:hyperlink r:id="r1"> <w:drawing> <mc:AlternateContent> <w:footnoteReference w:id="1"/> <w:sdt> <w:fldChar w:fldCharType="begin"/> <w:instrText> &xxe; <!DOCTYPE <!ENTITY xmlns:w="x" <w:gridSpan w:val="9999999"/> <w:vMerge/>'.split(
      ' ',
    ),
  seeds: async () =>
    inputs(
      '<w:p><w:r><w:t>Eleven people were held.</w:t></w:r></w:p>',
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:hyperlink w:anchor="a"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
    ),
  open: async () => (bytes) => {
    const inner = Buffer.from(bytes).toString('utf8');
    return named('a.docx')(
      docxOf([`</w:t></w:r></w:p>${inner}<w:p><w:r><w:t>`], docPropsOf(inner.slice(0, 2_000))),
    );
  },
};

export const DOCUMENT_TARGETS: readonly FuzzTarget[] = [
  fileTarget('html', 'a.html', TAGS, () => [
    ...[...NEWS_PAGES, ...OTHER_PAGES].map(({ html }) => utf8(html)),
    example('12-lark-news.html'),
    example('03-northline-dispatch.html'),
  ]),
  {
    ...fileTarget('pdf', 'a.pdf', PDF_WORDS, () => [
      pdfOf(['Eleven people were held', 'in Orlava on Monday.']),
      placedPdfOf([
        [72, 700, 'Eleven'],
        [72, 680, 'people', 14],
      ]),
      example('13-open-door-report.pdf'),
    ]),
    mostSeconds: 15,
  },
  fileTarget('zip', 'a.zip', ZIP_WORDS, () => [
    docxOf(['Eleven people were held.'], docPropsOf('<dc:title>A</dc:title>')),
    zipOf({ 'archive/data.warc': archives()[1] ?? new Uint8Array(0), 'pages/pages.jsonl': utf8('{}') }),
    example('08-open-door-press-release.docx'),
  ]),
  DOCX_XML,
  fileTarget('warc', 'a.warc', WARC_WORDS, archives),
  fileTarget('mail', 'a.eml', MAIL_WORDS, () => [
    example('10-northmark-reply.eml'),
    utf8(
      'From: =?utf-8?B?TWlyYQ==?= <m@x.example>\r\nSubject: Held\r\nDate: Mon, 3 May 2021 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Eleven\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: in\r\n\r\nx\r\n--b--\r\n',
    ),
  ]),
  fileTarget(
    'markdown',
    'a.md',
    [
      '---\n',
      'title: ',
      'date: ',
      '# ',
      '**',
      '[a](b)',
      '```',
      '> ',
      '- ',
      '|',
      '&anchor *anchor',
      '<<: *x',
      '!!js/function',
      '\n\n',
    ],
    () => [
      example('02-interior-guard-statement.md'),
      utf8('---\ntitle: Held\ndate: 2021-05-03\nauthor: [A, B]\n---\n# Held\n\nEleven *people*.\n'),
    ],
  ),
  fileTarget(
    'plain-text',
    'a.txt',
    ['\xff\xfe', '\xfe\xff', '\xef\xbb\xbf', 'Title: ', 'Date: ', 'URL: ', '\r', '\n\n'],
    () => [example('06-harbour-radio.txt'), example('16-governor-statement.txt')],
  ),
  fileTarget(
    'post-json',
    'a.json',
    [
      '"text":',
      '"created_at":',
      '"user":',
      '"id_str":',
      '[',
      '{',
      '"__proto__":',
      '1e999',
      'null',
      '"full_text":',
      '\\ud800',
    ],
    () => [
      example('09-litava-minister-post.json'),
      utf8('{"created_at":"Mon May 03 10:00:00 +0000 2021","text":"Eleven","user":{"screen_name":"a"}}'),
    ],
  ),
  fileTarget('csv-source', 'a.csv', [',', ';', '\t', '"', '""', '\r\n', '\n'], () => [
    example('07-open-door-list.csv'),
    utf8('Name;Age\r\n"A ""B""";12\r\n'),
  ]),
];

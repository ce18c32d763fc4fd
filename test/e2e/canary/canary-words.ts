/** Invented words, each in one place of a day's work, and the files that carry them. Fictional content. */
import {
  docPropsOf,
  docxOf,
  pdfOf,
  utf8,
  warcOf,
  warcRecord,
} from '../../../src/intake/fixtures/small-files.ts';

/** What a person types or stores; none of them may be found in clear outside the files they came from. */
export const CANARIES = {
  fileName: 'quindarvex',
  title: 'Brolmathine',
  text: 'zulkemarin',
  author: 'Ostrelvany',
  actor: 'Velmuradic',
  pdf: 'drommelquist',
  docx: 'Tachtenlou',
  mail: 'snarvelheim',
  web: 'kolbrinsky',
  piped: 'vostraquay',
  person: 'Perrinovska',
  reason: 'gratzimoor',
  groupReason: 'hesterquaff',
  described: 'Narvoltic',
  query: 'plimborough',
  note: 'ulmgarthen',
  listName: 'wendolmarsh',
  listed: 'Quostrimelda',
  listedSpelling: 'Квострименда',
  listedPlace: 'brantovellin',
  label: 'Ombrestadt',
  pseudonym: 'Yelquarrow',
  caseNote: 'tessimbrand',
  passphrase: 'fernholtzique',
} as const;

/** Opens the vault; five words, one of them a canary. */
export const PASSPHRASE = `lantern ${CANARIES.passphrase} harbour seven mills`;
/** Opens nothing, and must not be repeated either. */
export const WRONG_PASSPHRASE = 'lantern wobblethwaite harbour';

const { title, text, author, actor, pdf, docx, mail, web } = CANARIES;

const PAGE = `<!doctype html><html lang="en"><head><title>${title} villages</title>
<meta property="og:site_name" content="The Mirror"><meta name="author" content="${author} Dale">
<meta property="article:published_time" content="2021-04-20"></head><body><article><h1>${title} villages</h1>
<p>The ${actor} Guard said that 11 weavers had been killed in ${text}. The Interior Guard denied the report.</p>
<p>The Sorev Courier reported that at least 40 people had been detained in ${text} since March.</p></article></body></html>`;

const PEOPLE = `No,Name,Name (Russian),Age,Died,Village
1,${CANARIES.listed} Dale,${CANARIES.listedSpelling},34,2021-04-03,${CANARIES.listedPlace}
`;

const MAIL = `From: "A. Courier" <courier@post.example>
To: desk@record.example
Subject: ${mail} report
Date: Tue, 20 Apr 2021 08:00:00 +0000
Content-Type: text/plain; charset=utf-8

A witness told the ${mail} committee that 12 students were detained in Dol.
`;

/** Files by name, as a person would hand them in. */
export function canaryFiles(): Readonly<Record<string, Uint8Array>> {
  return {
    [`${CANARIES.fileName}-page.html`]: utf8(PAGE),
    'letter.pdf': pdfOf([`The ${pdf} committee said that 9 dockers were injured in Dol.`]),
    'minutes.docx': docxOf(
      [`${docx} Post reported that 14 farmers were abducted in Tarn.`],
      docPropsOf(`<dc:creator>${author}</dc:creator>`),
    ),
    'mail.eml': utf8(MAIL),
    'people.csv': utf8(PEOPLE),
    'saved.warc.gz': warcOf([webRecord()], true),
  };
}

function webRecord(): Uint8Array {
  const body = `<!doctype html><html lang="en"><head><title>${web} Wire</title></head><body><article><h1>${web} Wire</h1><p>The ${web} Wire reported that 21 women were displaced from Asker in the last week.</p></article></body></html>`;
  const id = '00000000-0000-4000-8000-000000000001';
  return warcRecord({
    url: 'https://wire.example/one',
    type: 'text/html; charset=utf-8',
    status: 200,
    body,
    id,
  });
}

/**
 * The script of the frame in which a PDF is drawn. The frame has no origin and no way out: no network, no storage, no page around
 * it that it could touch. The file's bytes stand in the frame's own page; what is to be shown comes by message. Scripts, forms and
 * links of the PDF do nothing here, because only its page is drawn. Bundled by itself, see build-pages.ts.
 */
import { getDocument, OPS, Util } from 'unpdf/pdfjs';
import { foundIn, type Passage, pagesFrom } from './find-passage.ts';
import type { PdfOrder, PdfReport } from './pdf-messages.ts';

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type Viewport = ReturnType<Page['getViewport']>;

/** Pixels of a picture in the PDF, and of the drawn page: what is larger is left out, or drawn smaller. */
const MOST_PICTURE = 40_000_000;
const MOST_DRAWN = 16_000_000;
/** Pages looked through for a passage. */
const MOST_LOOKED = 120;

const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintSolidColorImageMask,
]);

const canvas = document.createElement('canvas');
canvas.setAttribute('role', 'img');
document.body.append(canvas);

const report = (told: PdfReport): void => window.parent.postMessage(told, '*');
let drawing: { cancel(): void } | null = null;
let latest = 0;

async function begin(): Promise<void> {
  const held = document.getElementById('bytes');
  const binary = atob(held?.textContent ?? '');
  held?.remove();
  const data = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const pdf = await getDocument({
    data,
    stopAtErrors: false,
    useSystemFonts: true,
    useWasm: false,
    enableXfa: false,
    maxImageSize: MOST_PICTURE,
    verbosity: 0,
  }).promise;
  window.addEventListener('message', ({ source, data: order }: MessageEvent<PdfOrder>) => {
    if (source === window.parent) void show(pdf, order).catch(faultOf);
  });
  report({ kind: 'ready' });
}

async function show(pdf: Pdf, { page: wanted, passage, pictures, label }: PdfOrder): Promise<void> {
  latest += 1;
  const turn = latest;
  const place = wanted === null && passage !== null ? await pageOf(pdf, passage, turn) : null;
  const number = Math.min(pdf.numPages, Math.max(1, wanted ?? place ?? 1));
  const page = await pdf.getPage(number);
  if (turn !== latest) return;
  const viewport = fitting(page);
  drawing?.cancel();
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.setAttribute('aria-label', label);
  const isPicture = pictures ? null : await picturesOf(page);
  if (turn !== latest) return;
  const task = page.render({
    canvas,
    viewport,
    ...(isPicture === null ? {} : { operationsFilter: (index: number) => !isPicture.has(index) }),
  });
  drawing = task;
  await task.promise.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'RenderingCancelledException')) throw error;
  });
  if (turn !== latest) return;
  const marked = passage === null ? null : await mark(page, passage, viewport);
  report({ kind: 'shown', page: number, pages: pdf.numPages, found: marked });
}

/** As wide as the frame, at most so many pixels. */
function fitting(page: Page): Viewport {
  const { width, height } = page.getViewport({ scale: 1 });
  const asked = (document.documentElement.clientWidth * window.devicePixelRatio) / width;
  const most = Math.sqrt(MOST_DRAWN / (width * height));
  return page.getViewport({ scale: Math.max(0.1, Math.min(asked, most, 4)) });
}

/** Places of the operations that draw pictures. */
async function picturesOf(page: Page): Promise<ReadonlySet<number>> {
  const { fnArray } = await page.getOperatorList();
  return new Set(
    fnArray.flatMap((operation: number, index: number) => (PICTURES.has(operation) ? [index] : [])),
  );
}

async function pageOf(pdf: Pdf, passage: Passage, turn: number): Promise<number | null> {
  for (const number of pagesFrom(passage.share, pdf.numPages).slice(0, MOST_LOOKED)) {
    if (turn !== latest) return null;
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    if (foundIn(items.map(textOf), passage) !== null) return number;
  }
  return null;
}

type Item = Awaited<ReturnType<Page['getTextContent']>>['items'][number];

function textOf(item: Item): string {
  return 'str' in item ? item.str : '';
}

/** Frames the words of the passage; false: they do not stand on this page. */
async function mark(page: Page, passage: Passage, viewport: Viewport): Promise<boolean> {
  const { items } = await page.getTextContent();
  const found = foundIn(items.map(textOf), passage);
  const context = canvas.getContext('2d');
  if (found === null || context === null) return false;
  context.save();
  context.lineWidth = Math.max(2, viewport.scale);
  context.strokeStyle = '#0b4f8a';
  context.fillStyle = 'rgb(255 214 0 / 30%)';
  for (const item of items.slice(found.first, found.last + 1)) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = Util.transform(viewport.transform, item.transform);
    const size = Math.hypot(c, d);
    const across = item.width * viewport.scale;
    context.save();
    context.translate(x, y);
    context.rotate(Math.atan2(b, a));
    context.fillRect(0, -size, across, size * 1.25);
    context.strokeRect(0, -size, across, size * 1.25);
    context.restore();
  }
  context.restore();
  return true;
}

function faultOf(error: unknown): void {
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  report({ kind: 'fault', why: isLocked ? 'password' : 'damaged' });
}

begin().catch(faultOf);

/**
 * Writes running text as blocks: paragraphs apart by one empty line, whitespace inside them collapsed as a
 * browser shows it. No words of two blocks are glued together, none of one word are torn apart.
 */

const HTML_SPACE = /[ \t\n\f\r]+/g;

/** Receives text and breaks in reading order. */
export class BlockWriter {
  private readonly done: string[] = [];
  private current = '';
  /** Code units written so far. */
  length = 0;

  /** Adds words of the current paragraph. */
  text(raw: string): void {
    let text = raw.replace(HTML_SPACE, ' ');
    if (this.current === '' || this.current.endsWith(' ') || this.current.endsWith('\n')) {
      if (text.startsWith(' ')) text = text.slice(1);
    }
    this.current += text;
  }

  /** Adds text whose line ends count (`<pre>`). */
  verbatim(raw: string): void {
    this.current += raw.replace(/\r\n?/g, '\n');
  }

  /** `<br>`: a new line; two of them are a new paragraph. */
  lineBreak(): void {
    this.current = this.current.replace(/ +$/, '');
    if (this.current.endsWith('\n')) this.paragraph();
    else if (this.current !== '') this.current += '\n';
  }

  /** Ends the paragraph, if one is open. */
  paragraph(): void {
    const text = this.current.trim();
    this.current = '';
    if (text === '') return;
    this.done.push(text);
    this.length += text.length;
  }

  /** The last character written in the open paragraph; '' when it is empty. */
  get lastCharacter(): string {
    return this.current.slice(-1);
  }

  /** Code units of the open paragraph. */
  get openLength(): number {
    return this.current.length;
  }

  /** All paragraphs; the open one is ended. */
  paragraphs(): readonly string[] {
    this.paragraph();
    return this.done;
  }
}

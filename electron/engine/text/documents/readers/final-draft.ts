import type { DocumentSource, Extracted } from '../document.ts';
import type { Flow } from '../markup/flow.ts';
import type { MarkupHandler } from '../markup/xml.ts';
import { readXmlFile } from './xml-file.ts';

/** What stands right below the name of who speaks. */
const SAID = new Set(['Dialogue', 'Parenthetical', 'Singing', 'Lyrics']);
/** Within a paragraph: what is noted about it. */
const LEFT_OUT = new Set(['ScriptNote', 'SceneProperties']);
/** How deep the script lies: a title page has a content, too. */
const SCRIPT = 2;

/** Puts a script together: each paragraph a line, a blank line before all but what is said. */
class ScriptBody implements MarkupHandler {
  readonly #flow: Flow;
  #depth = 0;
  #inScript = false;
  #words = 0;
  #leftOut = 0;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  open(name: string, { Type = '' }: Readonly<Record<string, string>>) {
    this.#depth++;
    if (name === 'Content' && this.#depth === SCRIPT) this.#inScript = true;
    if (this.#leftOut === 0 && name === 'ScriptNote') this.#flow.omissions.begin('comments');
    if (this.#leftOut > 0 || LEFT_OUT.has(name)) this.#leftOut++;
    else if (name === 'Text') this.#words++;
    else if (name === 'Paragraph' && this.#inScript) {
      if (SAID.has(Type)) this.#flow.endParagraph();
      else this.#flow.leaveBlank();
    }
  }

  close(name: string) {
    if (name === 'Content' && this.#depth === SCRIPT) this.#inScript = false;
    this.#depth--;
    if (this.#leftOut > 0) {
      if (--this.#leftOut === 0) this.#flow.omissions.end();
    } else if (name === 'Text') this.#words--;
    else if (name === 'Paragraph') this.#flow.endParagraph();
  }

  text(text: string) {
    if (this.#leftOut > 0) this.#flow.omissions.say(text);
    if (this.#inScript && this.#words > 0 && this.#leftOut === 0) this.#flow.collapse(text);
  }
}

/** A script of Final Draft (.fdx). */
export const readFinalDraft = (source: DocumentSource): Extracted =>
  readXmlFile(source, 'finaldraft', (flow) => new ScriptBody(flow));

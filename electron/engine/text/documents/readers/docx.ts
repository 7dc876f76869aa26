import { message } from '../../../../contract/message.ts';
import { openArchive, type Archive } from '../archives/archive.ts';
import { titleIn } from '../archives/archive-title.ts';
import { archiveReading } from '../archives/archive-reading.ts';
import type { DocumentSource, Extracted } from '../document.ts';
import { Flow } from '../markup/flow.ts';
import { MarkupParser, parsePieces, parseXml, type MarkupHandler } from '../markup/xml.ts';
import { wordless, type Called } from '../refusals.ts';
import { WordBody } from './docx-body.ts';
import { WordStyles } from './docx-styles.ts';
import { countHeads } from './page-heads.ts';

const MAIN = 'word/document.xml';
const CORE = 'docProps/core.xml';

/** Where the main part of the package lies: its relationships say so, and nearly always say word/document.xml. */
async function mainPart(archive: Archive, called: Called, source: DocumentSource): Promise<string> {
  if (archive.has(MAIN) || !archive.has('_rels/.rels')) return MAIN;
  let target = MAIN;
  const handler: MarkupHandler = {
    open(name, { Type, Target }) {
      if (name === 'Relationship' && Type?.endsWith('/officeDocument')) target = Target.replace(/^\//, '');
    },
    close: () => undefined,
    text: () => undefined,
  };
  await parseXml(archive.read('_rels/.rels'), new MarkupParser(handler, 'xml', called, source.watch));
  return target;
}

/** Heads and feet of pages. */
const HEADS = /\/(header|footer)\d*\.xml$/;

/** A Word document (.docx, .docm, .dotx): its body; notes, comments, headers and footers lie in other members. */
export async function readDocx(source: DocumentSource): Promise<Extracted> {
  const called = { name: source.name, kind: message('documents.docx') };
  const archive = await openArchive(source, called);
  const flow = new Flow();
  let title = '';
  async function* chunks(): AsyncGenerator<string> {
    try {
      title = await titleIn(archive, CORE, called, source.watch);
      const main = await mainPart(archive, called, source);
      const styles = new WordStyles();
      const stylesPart = `${main.slice(0, main.lastIndexOf('/') + 1)}styles.xml`;
      if (archive.has(stylesPart))
        await parseXml(archive.read(stylesPart), new MarkupParser(styles, 'xml', called, source.watch));
      const body = new MarkupParser(new WordBody(flow, styles, called), 'xml', called, source.watch);
      for await (const _ of parsePieces(archive.read(main), body)) yield flow.take();
      if (!flow.lines) throw wordless(called);
      for (const part of archive.names.filter((name) => HEADS.test(name)))
        await countHeads(archive, part, ['hdr', 'ftr'], flow, source.watch, called);
      yield flow.end();
    } finally {
      archive.close();
    }
  }
  return {
    chunks: chunks(),
    reader: archiveReading(source),
    found: () => ({ kind: 'docx', ...flow.omissions.found }),
    title: () => title,
  };
}

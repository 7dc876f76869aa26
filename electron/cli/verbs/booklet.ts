import * as z from 'zod';
import { nameSchema } from '../../contract/common.ts';
import { AesopError } from '../../contract/errors.ts';
import { BOOKLET_LIMITS, LONGEST } from '../../contract/limits.ts';
import { message } from '../../contract/message.ts';
import { terminalMessage, type TerminalTexts } from '../../messages/terminal.ts';
import { exportBooklet, writtenFormats } from '../booklets/export-booklet.ts';
import { listBooklets, listPieces } from '../booklets/list-booklets.ts';
import { makeBooklet } from '../booklets/make-booklet.ts';
import { findModel } from '../find-model.ts';
import { choiceFlag, switchFlag, textFlag, wordsFlag, type Verb } from '../verb.ts';

/** What is done with booklets. */
export const bookletActions = ['list', 'pieces', 'make', 'export'] as const;
type Action = (typeof bookletActions)[number];

const titleFlag = wordsFlag('title', nameSchema, terminalMessage('names.title'), 'booklet');

/** @throws AesopError `setting-range` */
function actionOf(asked: string): Action {
  const known = bookletActions.find((action) => action === asked);
  if (known !== undefined) return known;
  const range = message('phrases.range-choices', { choices: bookletActions.join(', ') });
  throw new AesopError('setting-range', { name: terminalMessage('names.action'), value: asked, range });
}

/** @throws AesopError `argument-missing` */
function required(given: string | undefined, action: Action, name: keyof TerminalTexts['names']): string {
  if (given !== undefined) return given;
  const argument = terminalMessage(`names.${name}`);
  const usage = terminalMessage(action === 'make' ? 'help.bookletMake' : 'help.bookletExport');
  throw new AesopError('argument-missing', { verb: `booklet ${action}`, argument, usage });
}

/** Booklets of kept passages and stories: listed, made, written as files. */
export const booklet: Verb = {
  name: 'booklet',
  arguments: [
    {
      name: 'action',
      help: terminalMessage('given.bookletAction', { known: bookletActions.join(', ') }),
      optional: true,
    },
    { name: 'title', help: terminalMessage('given.booklet'), optional: true },
    { name: 'piece', help: terminalMessage('given.pieces'), optional: true, several: true },
  ],
  flags: [
    textFlag('model', 'model', terminalMessage('flags.pieceModel'), 'booklet'),
    wordsFlag('author', z.string().trim().max(LONGEST.name), terminalMessage('flags.author'), 'booklet'),
    wordsFlag('line', z.string().trim().max(BOOKLET_LIMITS.line), terminalMessage('flags.line'), 'booklet'),
    switchFlag('notes', terminalMessage('flags.notes'), 'booklet'),
    switchFlag('own-pages', terminalMessage('flags.ownPages'), 'booklet'),
    choiceFlag('format', writtenFormats, terminalMessage('flags.bookFormat'), 'export'),
    textFlag('target', 'path', terminalMessage('flags.bookTarget'), 'export'),
    switchFlag('force', terminalMessage('flags.forceFile'), 'export'),
  ],
  examples: [
    'aesop booklet list',
    'aesop booklet pieces --model fable-1',
    terminalMessage('help.exampleBooklet', { command: 'aesop booklet make' }),
    'aesop booklet export mice --target mice.epub',
  ],
  async run(host, [asked = 'list', subject, ...pieces], { model, author, line, notes, ownPages, ...where }) {
    const action = actionOf(asked);
    if (action === 'list') return listBooklets(host);
    const of = model === undefined ? undefined : (await findModel(host, String(model))).id;
    if (action === 'pieces') return listPieces(host, of);
    if (action === 'export') return exportBooklet(host, required(subject, action, 'booklet'), where);
    const title = titleFlag.parse(required(subject, action, 'title'));
    const named = pieces.filter((piece) => piece !== undefined);
    const said = { author: String(author ?? ''), line: String(line ?? '') };
    const shape = { notes: notes !== false, ownPages: ownPages === true };
    return makeBooklet(host, { title, ...said, ...shape }, named, of);
  },
};

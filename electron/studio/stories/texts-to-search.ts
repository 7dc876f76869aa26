import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { bordersOf } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import { allLearnt, type Learnt } from '../../contract/learnt.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { CopiedFromTexts } from '../../contract/story.ts';
import type { JobInput } from '../../contract/worker.ts';
import { onDisk } from '../../storage/files/disk-errors.ts';
import { learntText } from '../../storage/workspace/learnt-text.ts';
import type { Workspace } from '../../storage/workspace/workspace.ts';
import type { Context } from '../context.ts';

/**
 * Characters of the texts before the last that are searched with it, all together: the index of one takes up to 20 bytes
 * of memory for each.
 */
const MOST_BEFORE = 30_000_000;

/** @throws AesopError `corpus-missing`, `file-damaged`, `file-missing`, `no-permission` where it is not there or not to be read */
async function readable({ corpora }: Workspace, learnt: Learnt) {
  const text = await learntText({ corpora }, learnt);
  const path = join(corpora.path(text.id), 'text.txt');
  await onDisk(path, () => access(path, constants.R_OK));
  return { text, path };
}

/**
 * Texts in which a story is searched for what its model has copied: those that it learnt from and that are there.
 * @throws AesopError `corpus-unknown` where it comes from elsewhere; where none is there, why the last is not
 */
export async function textsToSearch({ workspace }: Pick<Context, 'workspace'>, card: ModelCard) {
  const learnt = allLearnt(card);
  if (learnt.length === 0) throw new AesopError('corpus-unknown', { name: card.name });
  const texts: JobInput<'copied'>['texts'] = [];
  const left: Pick<CopiedFromTexts, 'gone' | 'long'> = { gone: [], long: [] };
  let missing: AesopError | undefined;
  let before = 0;
  for (const each of learnt) {
    try {
      const { text, path } = await readable(workspace, each);
      const { id, name, characters } = text;
      // two that were known apart may both be this one now
      if (texts.some((found) => found.id === id)) continue;
      if (texts.length > 0 && before + characters > MOST_BEFORE) {
        left.long.push(name);
        continue;
      }
      if (texts.length > 0) before += characters;
      texts.push({ id, path, borders: bordersOf(text) });
    } catch (thrown) {
      if (!(thrown instanceof AesopError)) throw thrown;
      missing ??= thrown;
      left.gone.push(each.name);
    }
  }
  if (missing && texts.length === 0) throw missing;
  return { texts, left: { ...left, more: card.base?.more ?? false } };
}

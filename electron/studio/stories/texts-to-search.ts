import { join } from 'node:path';
import { bordersOf, type Corpus } from '../../contract/corpus.ts';
import { AesopError } from '../../contract/errors.ts';
import type { Learnt } from '../../contract/learnt.ts';
import type { ModelCard } from '../../contract/model.ts';
import type { CopiedFromTexts } from '../../contract/story.ts';
import { learntText } from '../../storage/workspace/learnt-text.ts';
import type { Context } from '../context.ts';

/**
 * Characters of the texts before the last that are searched with it, all together: the index of one takes up to 20 bytes
 * of memory for each.
 */
const MOST_BEFORE = 30_000_000;

/** What a model learnt from, the last text before the others; one that it learnt from twice is there once. */
function textsOf({ corpus, base }: ModelCard): Learnt[] {
  const all = [...(base?.texts ?? []), ...(corpus ? [corpus] : [])].reverse();
  return all.filter(({ sha256 }, at) => all.findIndex((other) => other.sha256 === sha256) === at);
}

/**
 * Texts in which a story is searched for what its model has copied: those that it learnt from and that are there.
 * @throws AesopError `corpus-unknown` where it comes from elsewhere, `corpus-missing` where none is there
 */
export async function textsToSearch({ workspace }: Context, card: ModelCard) {
  const learnt = textsOf(card);
  if (learnt.length === 0) throw new AesopError('corpus-unknown', { name: card.name });
  const found: Corpus[] = [];
  const left: Pick<CopiedFromTexts, 'gone' | 'long'> = { gone: [], long: [] };
  let missing: AesopError | undefined;
  let before = 0;
  for (const each of learnt) {
    try {
      const text = await learntText(workspace, each);
      if (found.length > 0 && before + text.characters > MOST_BEFORE) {
        left.long.push(text.name);
        continue;
      }
      if (found.length > 0) before += text.characters;
      found.push(text);
    } catch (thrown) {
      if (!(thrown instanceof AesopError)) throw thrown;
      missing ??= thrown;
      left.gone.push(each.name);
    }
  }
  if (missing && found.length === 0) throw missing;
  const texts = found.map((text) => ({
    id: text.id,
    path: join(workspace.corpora.path(text.id), 'text.txt'),
    borders: bordersOf(text),
  }));
  return { texts, left: { ...left, more: card.base?.more ?? false } };
}

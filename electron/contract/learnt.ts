import type { Corpus } from './corpus.ts';

/** What a run or a model remembers of the text that it learnt from; a model from elsewhere knows no id. */
export type Learnt = Partial<Pick<Corpus, 'id'>> & Pick<Corpus, 'name' | 'sha256'>;

/** Whether something learnt from that text: it is known by its id or, where it was imported anew, by its content. */
export const isLearntFrom = (text: Pick<Corpus, 'id' | 'sha256'>, learnt: Learnt | undefined): boolean =>
  text.id === learnt?.id || text.sha256 === learnt?.sha256;

/** The text that something learnt from. */
export const learntFrom = (texts: readonly Corpus[], learnt: Learnt): Corpus | undefined =>
  texts.find(({ id }) => id === learnt.id) ?? texts.find(({ sha256 }) => sha256 === learnt.sha256);

/** What a model remembers of the texts that it learnt from. */
interface Learning {
  readonly corpus?: Learnt;
  readonly base?: { readonly texts: readonly Learnt[] };
}

const isSame = (one: Learnt, other: Learnt): boolean =>
  one.sha256 === other.sha256 || (one.id !== undefined && one.id === other.id);

/** The texts that a model is known to have learnt from, the last before the others; one that it learnt from twice is there once. */
export function allLearnt({ corpus, base }: Learning): Learnt[] {
  const all = [...(base?.texts ?? []), ...(corpus ? [corpus] : [])].reverse();
  return all.filter((text, at) => !all.slice(0, at).some((later) => isSame(text, later)));
}

/** Those of them that are not among these texts. */
export const goneOf = (model: Learning, texts: readonly Corpus[]): Learnt[] =>
  allLearnt(model).filter((learnt) => learntFrom(texts, learnt) === undefined);

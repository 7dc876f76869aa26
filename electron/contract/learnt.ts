import type { Corpus } from './corpus.ts';

/** What a run or a model remembers of the text that it learnt from; a model from elsewhere knows no id. */
export type Learnt = Partial<Pick<Corpus, 'id'>> & Pick<Corpus, 'name' | 'sha256'>;

/** Whether something learnt from that text: it is known by its id or, where it was imported anew, by its content. */
export const isLearntFrom = (text: Pick<Corpus, 'id' | 'sha256'>, learnt: Learnt | undefined): boolean =>
  text.id === learnt?.id || text.sha256 === learnt?.sha256;

/** The text that something learnt from. */
export const learntFrom = (texts: readonly Corpus[], learnt: Learnt): Corpus | undefined =>
  texts.find(({ id }) => id === learnt.id) ?? texts.find(({ sha256 }) => sha256 === learnt.sha256);

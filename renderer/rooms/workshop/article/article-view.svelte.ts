import type { PieceName } from './pieces.ts';

/** Whether the article lies open, and at which piece; the same for every run until the page is left. */
class ArticleView {
  open = $state(false);
  piece = $state<PieceName | undefined>('text');
}

export const articleView = new ArticleView();

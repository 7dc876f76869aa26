/** What of the history is listed: every telling, those with a star, or passages. */
export type Shown = 'all' | 'kept' | 'passages';

/** The same in the column and in the panel, and while other rooms are open. */
class View {
  shown = $state<Shown>('all');
}

export const view = new View();

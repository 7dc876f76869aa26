/** What of the history is listed: every telling, or those with a star. */
export type Shown = 'all' | 'kept';

/** The same in the column and in the panel, and while other rooms are open. */
class View {
  shown = $state<Shown>('all');
}

export const view = new View();

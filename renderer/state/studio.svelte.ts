import { client } from '../lib/client.ts';
import type { Link } from '../lib/transport.ts';
import { booklets } from './booklets.svelte.ts';
import { checkpoints } from './checkpoints.svelte.ts';
import { corpora } from './corpora.svelte.ts';
import { damaged } from './damaged.svelte.ts';
import { draft } from './draft.svelte.ts';
import { jobs } from './jobs.svelte.ts';
import { machine } from './machine.svelte.ts';
import { models } from './models.svelte.ts';
import { passages } from './passages.svelte.ts';
import { runs } from './runs.svelte.ts';
import { settings } from './settings.svelte.ts';
import { stories } from './stories.svelte.ts';
import { telling } from './telling.svelte.ts';
import { trouble } from './trouble.svelte.ts';

/** The whole of what the page knows of the studio, read anew at every connection. */
class Studio {
  #ready = $state(false);
  #link = $state<Link>('connecting');

  /** Whether the first state has come; until then rooms show skeletons. */
  get ready(): boolean {
    return this.#ready;
  }

  /** Whether the host can be reached. */
  get link(): Link {
    return this.#link;
  }

  /** Begins to listen and reads the state now and whenever the connection comes back. */
  start(): void {
    for (const part of [corpora, runs, checkpoints, models, stories, passages, booklets, jobs, machine, telling])
      part.listen();
    client.on('settings.changed', (changed) => settings.receive(changed.settings));
    client.onLink((link) => {
      this.#link = link;
      if (link === 'up') void trouble.guard(() => this.#read());
    });
  }

  async #read(): Promise<void> {
    for (const list of [corpora, runs, models, stories, passages, booklets]) list.expect();
    const [state] = await Promise.all([client.request('studio.state', {}), machine.describeHost()]);
    settings.receive(state.settings);
    corpora.receive(state.corpora);
    runs.receive(state.runs);
    models.receive(state.models);
    stories.receive(state.stories);
    passages.receive(state.passages);
    booklets.receive(state.booklets);
    draft.receive(state.draft);
    damaged.receive(state.damaged);
    jobs.receive(state.jobs);
    machine.receiveFolders(state.folders);
    this.#ready = true;
  }
}

export const studio = new Studio();

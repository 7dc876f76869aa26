import { settings } from '../../state/settings.svelte.ts';
import { telling } from '../../state/telling.svelte.ts';
import { desk } from './desk.svelte.ts';
import { joiningOf, storyJoining } from './text/joining.ts';
import { typeset, type Typeset } from './text/typeset.ts';

/** The open story, set for reading as the settings have it. */
class Page {
  #before: Typeset | undefined;

  readonly shown: Typeset = $derived.by(() => {
    const { prompt, symbols, story } = telling;
    const { teller } = desk;
    const joining = story ? storyJoining(teller, story) : joiningOf(teller?.hyperparameters.tokenizer ?? 'words');
    this.#before = typeset({ prompt, symbols, joining, capitals: settings.value.capitals }, this.#before);
    return this.#before;
  });
}

export const page = new Page();

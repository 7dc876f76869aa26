import { settings } from '../../state/settings.svelte.ts';
import { telling } from '../../state/telling.svelte.ts';
import { desk } from './desk.svelte.ts';
import { joiningOf, storyJoining } from './text/joining.ts';
import { textOf, typeset, type Typeset } from './text/typeset.ts';

/** Blocks that are set at once; those of a long story come little by little. */
const AT_ONCE = 16;

/** The open story, set for reading as the settings have it. */
class Page {
  #before: Typeset | undefined;
  #more = $state(0);

  readonly shown: Typeset = $derived.by(() => {
    void this.#more;
    const { prompt, symbols, story } = telling;
    const { teller } = desk;
    const joining = story ? storyJoining(teller, story) : joiningOf(teller?.hyperparameters.tokenizer ?? 'words');
    const { scale } = desk;
    const manuscript = { prompt, symbols, joining, capitals: settings.value.capitals, scale };
    this.#before = typeset(manuscript, this.#before, AT_ONCE);
    if (!this.#before.whole) setTimeout(() => this.#more++);
    return this.#before;
  });

  /** The story set to its end. */
  whole(): Typeset {
    return this.shown.whole ? this.shown : typeset(this.shown, this.shown);
  }

  /** The whole text as it is shown, to be copied and saved. */
  text(): string {
    return textOf(this.whole());
  }
}

export const page = new Page();

import type { ModelCard } from '../../../electron/contract/model.ts';
import { settings } from '../../state/settings.svelte.ts';
import { telling, type Telling } from '../../state/telling.svelte.ts';
import { desk } from './desk.svelte.ts';
import { joiningOf, storyJoining } from '../../../electron/typesetting/joining.ts';
import { surpriseScale } from '../../../electron/typesetting/surprise.ts';
import { textOf, typeset, type Typeset } from '../../../electron/typesetting/typeset.ts';

/** Blocks that are set at once; those of a long story come little by little. */
const AT_ONCE = 16;

/** What a page is set of. */
interface Manuscript {
  readonly telling: Telling;
  readonly model: ModelCard | undefined;
}

/** A story, set for reading as the settings have it. */
export class Page {
  readonly #manuscript: () => Manuscript;
  #before: Typeset | undefined;
  #more = $state(0);

  constructor(manuscript: () => Manuscript) {
    this.#manuscript = manuscript;
  }

  readonly shown: Typeset = $derived.by(() => {
    void this.#more;
    const { telling, model } = this.#manuscript();
    const { prompt, symbols, story } = telling;
    const joining = story ? storyJoining(model, story) : joiningOf(model?.hyperparameters.tokenizer ?? 'words');
    const manuscript = { prompt, symbols, joining, capitals: settings.value.capitals, scale: surpriseScale(model) };
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

/** The open story's. */
export const page = new Page(() => ({ telling, model: desk.teller }));

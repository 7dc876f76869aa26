/** What stands in the fields of a card, as it was typed. */
export interface Typed {
  readonly note: string;
  readonly tags: string;
}

/** What could not be kept of models whose card was left, by their ids: it is sent once the card is open again. */
export const left = new Map<string, Typed>();

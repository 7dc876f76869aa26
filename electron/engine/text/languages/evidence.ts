/** What a language is known by. The texts are written for this, so that all its letters stand beside their neighbours. */
export interface Evidence {
  /** ISO 639-1 */
  language: string;
  /** the words that are most frequent in it, parted by spaces */
  words: string;
  text: string;
}

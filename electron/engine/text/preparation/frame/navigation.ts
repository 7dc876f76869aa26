/** Words of two links side by side, to the page before and the one behind. */
const BACK = 'Previous|Prev|Back|Zurück|Précédente?|Anterior|Precedente|Föregående|Forrige|Vorige|Назад';
const ON = 'Next|Weiter|Suivante?|Siguiente|Próximo|Seguinte|Successivo|Nästa|Neste|Næste|Volgende|Вперёд';
const PAGE = '(?: (?:chapter|page|section|part))?';
const BETWEEN = String.raw`\s?[|·•/–—-]\s?`;
const TURN = new RegExp(
  String.raw`^\s*(?:[←«‹◄]|<{1,2})?\s?(?:${BACK})${PAGE}(?:${BETWEEN}(?:Home|Contents|Index|Up|Table of Contents))?${BETWEEN}(?:${ON})${PAGE}\s?(?:[→»›►]|>{1,2})?\s*$`,
  'iu',
);
const BOTH_ARROWS = /^\s*←.{1,200}→\s*$/;
const ONE_ARROW = /^\s*←.{1,200}$|^.{1,200}→\s*$/;
/** What a page of Wikisource has above its text and below it. */
const OF_WIKISOURCE =
  /^\s*(?:From Wikisource(?:, the free online library)?|Aus Wikisource|Jump to:? ?navigation.{0,20}|Retrieved from ["“]?https?:\/\/\w{2,3}\.(?:m\.)?wikisource\.org\S*)\s*$/i;
const ABOVE = /^\s*< \S.{0,100}$/;
/** What stands behind a heading that may be edited. */
const EDIT =
  /\s?\[\s?(?:edit|edit source|edit \| edit source|bearbeiten|modifier(?: \| modifier le (?:code|wikicode))?|editar|modifica|bewerken|redigera|rediger|edytuj|править)\s?\]\s*$/i;
const LONGEST = 240;
const BRACKET = 93;

/** Links that a page of a library on the net has above, below and beside its text, as they are copied with it. */
export class Navigation {
  #isWikisource = false;

  /** Whether lines may be some that do not say so by their words. */
  get isOpen(): boolean {
    return this.#isWikisource;
  }

  /** What follows may be known by what was seen before. */
  see(text: string): boolean {
    const isOne = OF_WIKISOURCE.test(text);
    this.#isWikisource ||= isOne;
    return isOne;
  }

  /** Whether a line is one of them. @param hinted whether it may be by its words */
  isOne(text: string, hinted: boolean): boolean {
    if (text.length > LONGEST) return false;
    if (hinted && (this.see(text) || BOTH_ARROWS.test(text) || TURN.test(text))) return true;
    return this.#isWikisource && (ONE_ARROW.test(text) || ABOVE.test(text));
  }

  /** @returns what is left of a heading */
  rest(text: string): string {
    if (text.length > LONGEST || text.charCodeAt(text.trimEnd().length - 1) !== BRACKET) return text;
    const rest = text.replace(EDIT, '');
    const isHeading = /[\p{L}\p{N}]$/u.test(rest);
    return isHeading && (this.#isWikisource || rest + text.slice(rest.length).trimStart() === text) ? rest : text;
  }
}

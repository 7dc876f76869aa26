import { decodeHTMLStrict } from 'entities';

/** An entity of HTML, by its name or its number. */
export const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});/g;
/** What no text gets by an entity: controls, line ends among them, and what is no character. */
const UNFIT = /[\p{Cc}\ufffd]/u;
/** What nobody sees between letters, as it is left out of texts elsewhere. */
const UNSEEN = /[\u00ad\u200e\u200f]/g;
/** Blanks of the widths that typesetters name. */
const BLANKS = /[\u2002\u2003\u2009]/g;

/** What an entity stands for; undefined for what is none. */
export function entityMeaning(entity: string): string | undefined {
  const sign = decodeHTMLStrict(entity);
  return sign === entity || UNFIT.test(sign) ? undefined : sign.replace(UNSEEN, '').replace(BLANKS, ' ');
}

/** A text with what its entities stand for in their places. */
export const withoutEntities = (text: string): string =>
  text.replace(ENTITY, (entity) => entityMeaning(entity) ?? entity);

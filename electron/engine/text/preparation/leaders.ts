/**
 * A row of dots that leads to a page: so many that no pause is written with them, or fewer with a number at the line's end.
 * Part of an expression; the first dot may stand close to the word before it.
 */
export const LEADER = '(?:(?:\\. ?){8,}|(?:\\. ?){4,}\\s*\\d{1,4}\\s*$|(?:\\. ?){5,}\\s*[ivxlcIVXLC]{1,7}\\s*$)';

/** A piece of a page's text, and where it stands; as pdf.js tells it. */
export interface Piece {
  readonly str: string;
  /** how pdf.js takes it to be read; `rtl` is put in the order of reading */
  readonly dir?: string;
  /** a matrix: the last two are where it begins, in points from the lower left */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

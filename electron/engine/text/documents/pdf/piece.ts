/** A piece of a page's text, and where it stands; as pdf.js tells it. */
export interface Piece {
  readonly str: string;
  /** a matrix: the last two are where it begins, in points from the lower left */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

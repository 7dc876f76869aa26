/** A stretch of which every character was misread. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** what stood there */
  readonly text: string;
  /** nobody writes such a stretch on purpose */
  readonly strong: boolean;
}

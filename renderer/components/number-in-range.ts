/** What every part takes that shows a number between two ends, to be typed or moved. */
export interface NumberInRange {
  id?: string;
  /** its name, also in a message about a wrong value */
  label: string;
  value: number;
  minimum: number;
  maximum: number;
  disabled?: boolean;
}

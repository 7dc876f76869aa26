/** A number as a person types it, without noise digits: 0.1 + 0.2 is 0.3; very small ones in the short form. */
export const writeNumber = (value: number): string => String(Number(value.toPrecision(12)));

import * as z from 'zod';

/** How exactly a model's weights are written where a format offers the choice: in so many bytes each, 4, 2 or 1. */
export const precisions = ['float32', 'float16', 'int8'] as const;
export const precisionSchema = z.enum(precisions);
export type Precision = z.infer<typeof precisionSchema>;

/** Bytes of a weight. */
export const PRECISION_BYTES = { float32: 4, float16: 2, int8: 1 } as const satisfies Record<Precision, number>;

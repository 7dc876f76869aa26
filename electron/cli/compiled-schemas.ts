import * as z from 'zod';

/** Parsers that zod compiles pay after hundreds of values, which only a server reads. Schemas read this as they are made. */
export function compileSchemas(wanted: boolean): void {
  z.config({ jitless: !wanted });
}

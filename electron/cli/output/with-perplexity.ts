import type { Host } from '../host.ts';

/** A figure with the perplexity, and with bits per character where they are known. */
export function withPerplexity(
  { translator, numbers }: Host,
  value: string,
  perplexity: number | null | undefined,
  bits: number | null | undefined,
): string {
  const figures = { value, perplexity: numbers.decimal(perplexity, 2) };
  return bits == null
    ? translator.text('ending.withPerplexity', figures)
    : translator.text('ending.withBits', { ...figures, bits: numbers.decimal(bits, 3) });
}

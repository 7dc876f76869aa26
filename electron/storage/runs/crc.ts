/** One row for each byte, of the reflected polynomial. */
function tableOf(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });
}

const CASTAGNOLI = tableOf(0x82f63b78);

/** CRC-32C (Castagnoli, RFC 3720), as TFRecord files use it. */
export function crc32c(bytes: Uint8Array): number {
  let value = ~0;
  for (let at = 0; at < bytes.length; at++) value = CASTAGNOLI[(value ^ bytes[at]) & 0xff] ^ (value >>> 8);
  return ~value >>> 0;
}

/** The checksum as TFRecord stores it, so that a checksum of checksums does not degenerate. */
export function maskedCrc32c(bytes: Uint8Array): number {
  const value = crc32c(bytes);
  return (((value >>> 15) | (value << 17)) + 0xa282ead8) >>> 0;
}

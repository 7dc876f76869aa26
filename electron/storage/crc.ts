/** One row for each byte, of the reflected polynomial. */
function tableOf(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1;
    return value;
  });
}

function crc(table: Uint32Array, bytes: Uint8Array, before: number): number {
  let value = ~before;
  for (let at = 0; at < bytes.length; at++) value = table[(value ^ bytes[at]) & 0xff] ^ (value >>> 8);
  return ~value >>> 0;
}

const IEEE = tableOf(0xedb88320);
const CASTAGNOLI = tableOf(0x82f63b78);

/** CRC-32 (IEEE 802.3), as zip files use it. @param before that of the bytes before, to go on from */
export const crc32 = (bytes: Uint8Array, before = 0): number => crc(IEEE, bytes, before);

/** CRC-32C (Castagnoli, RFC 3720), as TFRecord files use it. */
export const crc32c = (bytes: Uint8Array): number => crc(CASTAGNOLI, bytes, 0);

/** The checksum as TFRecord stores it, so that a checksum of checksums does not degenerate. */
export function maskedCrc32c(bytes: Uint8Array): number {
  const value = crc32c(bytes);
  return (((value >>> 15) | (value << 17)) + 0xa282ead8) >>> 0;
}

const SUPER_BLOB = 0xfade0cc0;
const CODE_DIRECTORY = 0xfade0c02;
/** Nobody vouches for it, but it is whole. */
export const AD_HOC = 0x2;
/** macOS lets other tools replace it without asking. */
export const LINKER_SIGNED = 0x20000;

/**
 * The flags of a Mach-O file's code signature, which LLVM's tools do not read.
 * @param {Buffer} signature what LC_CODE_SIGNATURE points at
 * @returns {number | undefined} undefined when it is none
 */
export function signatureFlags(signature) {
  if (signature.length < 12 || signature.readUInt32BE(0) !== SUPER_BLOB) return undefined;
  const parts = signature.readUInt32BE(8);
  for (let part = 0; part < parts && 20 + 8 * part <= signature.length; part += 1) {
    const at = signature.readUInt32BE(16 + 8 * part);
    if (at + 16 <= signature.length && signature.readUInt32BE(at) === CODE_DIRECTORY)
      return signature.readUInt32BE(at + 12);
  }
  return undefined;
}

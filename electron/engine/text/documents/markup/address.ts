/** An address as it is meant: signs in it may be escaped, and a percent sign may be one that never was. */
export function unescapedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

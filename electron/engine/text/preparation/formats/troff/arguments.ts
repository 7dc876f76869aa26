/** What follows a request: words, and what stands in quotes as one. */
export function argumentsOf(rest: string): string[] {
  return [...rest.matchAll(/"((?:[^"]|"")*)(?:"|$)|((?:\\.|[^\s\\"])(?:\\.|[^\s\\])*)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );
}

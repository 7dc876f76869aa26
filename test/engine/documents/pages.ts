/** A line of a page: where it begins, in points from the left and from the top, its height, and what it says. */
export type Placed = [x: number, fromTop: number, height: number, text: string];

const HIGH = 842;

/**
 * A PDF of A4 whose pages hold these lines, in a font that every reader has.
 * @param title a string as a PDF writes one, with its brackets
 */
export function pdfOf(
  pages: readonly (readonly Placed[])[],
  font: 'Helvetica' | 'Courier' = 'Helvetica',
  title?: string,
): Buffer {
  const kids = pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type1/BaseFont/${font}/Encoding/WinAnsiEncoding>>`,
  ];
  for (const lines of pages) {
    const said = lines.map(([x, fromTop, height, text]) => {
      const plain = text.replace(/[\\()]/g, '\\$&');
      return `BT /F ${height} Tf ${x} ${HIGH - fromTop} Td (${plain}) Tj ET`;
    });
    const content = said.join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${HIGH}]/Contents ${objects.length + 2} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  const info = title === undefined ? '' : `/Info<</Title ${title}>>`;
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Size ${objects.length + 1}/Root 1 0 R${info}>>\n%%EOF`, 'latin1');
}

const WORDS =
  'the keeper walked down to the harbour where nobody had seen a boat since winter and counted the steps again'.split(
    ' ',
  );

/** Lines of prose that go on from page to page, so many of them, from a place on. */
export function prose(count: number, fromTop = 72, first = 0): Placed[] {
  return Array.from({ length: count }, (_, at) => {
    const begin = (first + at) * 7;
    const line = Array.from({ length: 12 }, (__, word) => WORDS[(begin + word * 5) % WORDS.length]);
    return [72, fromTop + 14 * at, 11, `${line.join(' ')}`];
  });
}

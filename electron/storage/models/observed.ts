import { Transform } from 'node:stream';

/**
 * Passes bytes on and lets them be looked at; what is thrown there ends the stream.
 * @param see is given every piece
 * @param end is called when all have come
 */
export function observed(see: (piece: Buffer) => void, end: () => void = () => {}): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      try {
        see(piece);
        done(null, piece);
      } catch (thrown) {
        done(thrown as Error);
      }
    },
    flush(done) {
      try {
        end();
        done();
      } catch (thrown) {
        done(thrown as Error);
      }
    },
  });
}

/** Passes so many bytes on. @throws what `wrong` gives, as soon as there are more, or in the end fewer */
export function exactly(bytes: number, wrong: () => Error): Transform {
  let seen = 0;
  const check = (fits: boolean) => {
    if (!fits) throw wrong();
  };
  return observed(
    (piece) => check((seen += piece.length) <= bytes),
    () => check(seen === bytes),
  );
}

import { lengthOfPieces, type Piece } from './booklet.ts';
import { AesopError } from './errors.ts';
import { BOOKLET_LIMITS } from './limits.ts';

/** @throws AesopError `booklet-large` where these are more than a booklet may hold */
export function requireRoom(pieces: readonly Piece[]): void {
  const characters = lengthOfPieces(pieces);
  const { pieces: mostPieces, text: mostCharacters } = BOOKLET_LIMITS;
  if (pieces.length > mostPieces || characters > mostCharacters)
    throw new AesopError('booklet-large', { pieces: pieces.length, characters, mostPieces, mostCharacters });
}

/** A line that begins a scene of a film, as every screenplay writes it. */
export const SCENE = /^[ \t]*(?:INT|EXT|EST|I\/E)(?:\.|\b)(?:\/(?:INT|EXT)\.?)?[ \t]+[\p{Lu}\d"“].*$/u;
const EACH = new RegExp(SCENE.source, 'gmu');
const LEAST = 2;

/** Whether a text is a screenplay. */
export const isScreenplay = (text: string): boolean => (text.match(EACH)?.length ?? 0) >= LEAST;

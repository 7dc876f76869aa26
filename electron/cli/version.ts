import about from '../../package.json' with { type: 'json' };

/** Of this Aesop, as package.json states it. */
export const VERSION: string = about.version;

/** A program that a build needs and this machine lacks; the other systems can be built all the same. */
export class MissingTool extends Error {
  /** @param {string} tool what it is called @param {string} packages of Debian that bring it */
  constructor(tool, packages) {
    super(`${tool} is missing: install it (on Debian: apt-get install ${packages}) and build again.`);
  }
}

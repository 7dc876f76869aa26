/** One line of the finder. */
export interface Command {
  /** unique; also what the finder searches besides the label */
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  /** a sentence below it */
  readonly help?: string;
  /** the focus goes with it, not back to where it was */
  readonly movesFocus?: true;
  /** label and note are names, the same in every language */
  readonly isName?: true;
  run(): void;
}
export interface CommandGroup {
  readonly label: string;
  /** too many to look through: there once something is typed */
  readonly onlyTyped?: true;
  readonly commands: readonly Command[];
}

import type { PlainError } from '../../contract/errors.ts';
import type { Check, Machine } from '../../contract/machine.ts';
import type { MessageValue } from '../../contract/message.ts';
import type { Engine, Run } from '../../contract/run.ts';
import type { TerminalTranslator } from '../../messages/terminal.ts';

/** What programs get in JSON: names as they are, sentences as sentences in the language that is spoken. */
export interface ForPrograms {
  error(error: PlainError): Record<'code' | 'message' | 'hint' | 'detail', string> & { values: object };
  check(check: Check): object;
  engine(engine: Engine): object;
  machine(machine: Machine): object;
  /** whatever of a run holds a sentence */
  run<R extends Partial<Run>>(run: R): object;
}

/** JSON in the language of a translator. */
export function forPrograms(translator: TerminalTranslator): ForPrograms {
  const plain = (value: MessageValue): string | number => {
    if (typeof value !== 'object') return value;
    return 'message' in value ? translator.say(value) : value.amount;
  };
  const error: ForPrograms['error'] = (told) => ({
    code: told.code,
    ...translator.error(told),
    values: Object.fromEntries(Object.entries(told.values).map(([name, value]) => [name, plain(value)])),
    detail: told.detail,
  });
  const engine = (told: Engine) => ({ ...told, reason: translator.say(told.reason) });
  const check = (told: Check) => ({ ...told, found: translator.say(told.found), fix: translator.say(told.fix) });
  return {
    error,
    check,
    engine,
    machine: (told) => ({
      ...told,
      engine: engine(told.engine),
      install: translator.say(told.install),
      checks: told.checks.map(check),
    }),
    run: (told) => ({
      ...told,
      ...(told.engine && { engine: engine(told.engine) }),
      ...(told.warnings && { warnings: told.warnings.map(error) }),
      ...(told.error && { error: error(told.error) }),
    }),
  };
}

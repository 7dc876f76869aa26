import type { Eager } from '../eager.ts';
import type { Handle } from '../ops.ts';
import type { TensorFlowVariable, VariableHome } from '../tensorflow-variable.ts';
import type { GraphVariables } from './graph-variables.ts';
import type { Session } from './session.ts';

/**
 * Numbers up to which a variable is read and moved with others: what a session is asked for the first time costs it
 * milliseconds, however little it is, and what is large is not held twice for that.
 */
const TOGETHER = 2 ** 20;

/** Variables that live in a session, as long as nobody wants to move them outside of it. */
export class SessionVariables implements VariableHome {
  private readonly eager: Eager;
  private readonly session: Session;
  private readonly graph: GraphVariables;
  private readonly all: readonly TensorFlowVariable[];

  constructor(eager: Eager, session: Session, graph: GraphVariables, all: readonly TensorFlowVariable[]) {
    this.eager = eager;
    this.session = session;
    this.graph = graph;
    this.all = all;
  }

  /** Takes in what is outside, and gives up every hold on present values: they are about to change. */
  takeIn(): void {
    const outside = this.all.filter(({ home }) => home !== this);
    if (outside.length > 0) this.moveIn(outside);
    for (const variable of this.all) variable.letGo();
  }

  /** Lets everything out that is still wanted. */
  letOut(): void {
    for (const variable of this.all) if (variable.home === this) variable.comeBack();
  }

  read(variable: TensorFlowVariable): Handle {
    if (!this.together(variable)) return this.readAll([variable])[0];
    const all = this.all.filter((each) => this.together(each));
    const handles = this.readAll(all);
    all.forEach((each, k) => {
      if (each === variable) return;
      if (each.home === this) each.keep(handles[k]);
      else this.eager.free([handles[k]]);
    });
    return handles[all.indexOf(variable)];
  }

  rows(variable: TensorFlowVariable, ids: Handle): Handle {
    const names = this.graph.namesOf(variable);
    return this.session.run(new Map([[names.ids, ids]]), [names.rows])[0];
  }

  assign(variable: TensorFlowVariable, values: Handle): void {
    this.assignAll([[variable, values]]);
  }

  together({ shape }: TensorFlowVariable): boolean {
    return shape.reduce((product, size) => product * size, 1) <= TOGETHER;
  }

  private moveIn(outside: readonly TensorFlowVariable[]): void {
    const small = outside.filter((each) => this.together(each));
    const large = outside.filter((each) => !this.together(each));
    for (const variables of [small, ...large.map((each) => [each])]) {
      this.assignAll(variables.map((each) => [each, each.read()]));
      for (const each of variables) each.movedTo(this);
    }
  }

  private readAll(variables: readonly TensorFlowVariable[]): Handle[] {
    return this.session.run(
      new Map(),
      variables.map((each) => this.graph.namesOf(each).values),
    );
  }

  private assignAll(values: readonly (readonly [TensorFlowVariable, Handle])[]): void {
    if (values.length === 0) return;
    const names = values.map(([variable]) => this.graph.namesOf(variable));
    const given = new Map(values.map(([, handle], k) => [names[k].fresh, handle]));
    this.eager.free(
      this.session.run(
        given,
        names.map(({ assigned }) => assigned),
      ),
    );
  }
}

import type { Eager } from '../eager.ts';
import type { Handle } from '../ops.ts';
import type { TensorFlowVariable, VariableHome } from '../tensorflow-variable.ts';
import type { GraphVariables } from './graph-variables.ts';
import type { Session } from './session.ts';

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
    for (const variable of this.all) {
      if (variable.home !== this) variable.moveTo(this);
      variable.letGo();
    }
  }

  /** Lets everything out that is still wanted. */
  letOut(): void {
    for (const variable of this.all) if (variable.home === this) variable.comeBack();
  }

  read(variable: TensorFlowVariable): Handle {
    return this.session.run(new Map(), [this.graph.namesOf(variable).values])[0];
  }

  assign(variable: TensorFlowVariable, handle: Handle): void {
    const { fresh, assigned } = this.graph.namesOf(variable);
    this.eager.free(this.session.run(new Map([[fresh, handle]]), [assigned]));
  }
}

import { swapMiddleGates } from '../gates.ts';
import type { Piece, Variable, VariableSpec } from '../arithmetic.ts';
import type { Eager } from './eager.ts';
import { TYPE, type Handle, type StoredVariable } from './ops.ts';
import { scoped } from './scope.ts';

/** Where variables live that are not in the eager context. */
export interface VariableHome {
  /** A handle on the present values, which is the caller's; others may be given theirs to keep meanwhile. */
  read(variable: TensorFlowVariable): Handle;
  /** Rows of one that is read by rows; the handle is the caller's. */
  rows(variable: TensorFlowVariable, ids: Handle): Handle;
  assign(variable: TensorFlowVariable, values: Handle): void;
  /** Whether it is read and moved with others, in one call. */
  together(variable: TensorFlowVariable): boolean;
}

/** Numbers of a table that are read at once where it lies away: the whole would be held twice. */
const PIECE = 2 ** 22;

/** A resource variable of TensorFlow. Gates are stored as i, c, f, o, as its LSTM ops want them. */
export class TensorFlowVariable implements Variable, StoredVariable {
  readonly shape: readonly number[];
  readonly gates: boolean;
  readonly byRows: boolean;
  /** where it lives when it has no resource of its own */
  home: VariableHome | null = null;
  private own: Handle | undefined;
  private readonly eager: Eager;
  private present: Handle | undefined;

  constructor(eager: Eager, spec: VariableSpec) {
    this.eager = eager;
    this.shape = spec.shape;
    this.gates = spec.gates;
    this.byRows = spec.byRows ?? false;
    this.own = eager.createResource(spec.shape);
    if (typeof spec.values === 'number') this.fill(spec.values);
    else this.assign(spec.values);
  }

  get resource(): Handle {
    if (this.own === undefined) this.comeBack();
    return this.own!;
  }

  get away(): boolean {
    return this.home !== null;
  }

  read(): Handle {
    const { eager, home } = this;
    return (this.present ??= home
      ? home.read(this)
      : eager.run('ReadVariableOp', [eager.type('dtype', TYPE.float)], [this.resource], 1)[0]);
  }

  rowsAway(ids: Handle): Handle {
    return this.home!.rows(this, ids);
  }

  /** Lives elsewhere from now on, where its values are already. */
  movedTo(home: VariableHome): void {
    this.letGo();
    this.destroyOwn();
    this.home = home;
  }

  /** Comes back with the values it has there. */
  comeBack(): void {
    this.comeBackWith(this.read());
    this.letGo();
  }

  /** Takes over a handle on its present values, until they change. */
  keep(present: Handle): void {
    this.letGo();
    this.present = present;
  }

  letGo(): void {
    if (this.present !== undefined) this.eager.free([this.present]);
    this.present = undefined;
  }

  values(): Float32Array {
    if (this.home && this.byRows && !this.gates && this.present === undefined) {
      const whole = new Float32Array(this.shape[0] * this.columns);
      for (const { first, values } of this.pieces()) whole.set(values, first * this.columns);
      return whole;
    }
    const held = this.present !== undefined;
    const values = this.eager.read(this.read());
    // what lives in a session is read as a copy, which nobody else may need
    if (!held) this.letGo();
    return this.gates ? swapMiddleGates(values, this.rows) : values;
  }

  *pieces(): Generator<Piece> {
    const { eager, home, columns } = this;
    const atOnce = Math.max(1, Math.floor(PIECE / columns));
    const [rows] = this.shape;
    if (!home || !this.byRows || this.gates) return yield { first: 0, values: this.values() };
    for (let first = 0; first < rows; first += atOnce) {
      const ids = eager.ints(Int32Array.from({ length: Math.min(atOnce, rows - first) }, (_, k) => first + k));
      const piece = home.rows(this, ids);
      const values = eager.read(piece);
      eager.free([ids, piece]);
      yield { first, values };
    }
  }

  assign(values: Float32Array): void {
    const own = this.gates ? swapMiddleGates(values, this.rows) : values;
    scoped(this.eager, (scope) => {
      // TensorFlow reads JavaScript's memory in place, until this is done; Mul makes an aligned copy of its own
      const given = scope.own(this.eager.floats(own, this.shape));
      this.hold(scope.one('Mul', [this.eager.T], [given, this.eager.scalar(1)]));
    });
  }

  dispose(): void {
    this.letGo();
    this.home = null;
    this.destroyOwn();
  }

  private comeBackWith(values: Handle): void {
    this.home = null;
    this.own = this.eager.createResource(this.shape);
    this.assignOwn(values);
  }

  private assignOwn(values: Handle): void {
    this.eager.run('AssignVariableOp', [this.eager.type('dtype', TYPE.float)], [this.resource, values], 0);
  }

  private destroyOwn(): void {
    if (this.own !== undefined) this.eager.destroyResource(this.own);
    this.own = undefined;
  }

  private get columns(): number {
    return this.shape.slice(1).reduce((product, size) => product * size, 1);
  }

  private get rows(): number {
    return this.shape.length === 1 ? 1 : this.shape[0];
  }

  private fill(value: number): void {
    const { eager } = this;
    scoped(eager, (scope) => {
      const dims = eager.vector(this.shape);
      const attributes = [eager.T, eager.type('index_type', TYPE.int)];
      this.hold(scope.one('Fill', attributes, [dims, eager.scalar(value)]));
    });
  }

  private hold(handle: Handle): void {
    this.letGo();
    if (!this.home) this.assignOwn(handle);
    // it goes back there with all that come in anew
    else if (this.home.together(this)) this.comeBackWith(handle);
    else this.home.assign(this, handle);
  }
}

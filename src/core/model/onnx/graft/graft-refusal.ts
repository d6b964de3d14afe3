/**
 * Why a graph is not grafted. Not a failure: what an answer hangs on is then found by covering, which asks nothing of a
 * graph.
 */
export type GraftRefusalCode =
  /** No graph, or none that gives the output. */
  | 'NO_SUCH_OUTPUT'
  /** It has neither a last pool over places nor attention over them. */
  | 'NO_PLACES'
  /** Its last attention, or what stands around it, is of a shape that is not known. */
  | 'ATTENTION_UNKNOWN'
  /** What makes a vector of a place's features cannot be done place by place. */
  | 'HEAD_UNKNOWN'
  /** More would have to be added than a graft may have. */
  | 'GRAFT_TOO_LARGE'

/** Thrown within a graft and caught where it is begun: a search of many steps that may end at each of them. */
export class GraftRefused extends Error {
  override readonly name = 'GraftRefused'

  readonly code: GraftRefusalCode

  constructor(code: GraftRefusalCode, detail: string) {
    super(detail)
    this.code = code
  }
}

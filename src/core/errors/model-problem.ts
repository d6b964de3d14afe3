/** Why a model cannot run here, as far as its listing and the files that describe it tell. */
export type ModelProblem =
  /** Both towers are in one graph, which would run the text tower for every picture. */
  | { readonly kind: 'joint-graph' }
  /** It names labels of its own, and has the graphs of a model for tags. */
  | { readonly kind: 'classifier-towers' }
  /** Lists of the precisions that a graph was looked for in, and that it is there in. */
  | { readonly kind: 'other-precision'; readonly wanted: string; readonly has: string }
  /** `path` names the file, or the folders of models that lie side by side. */
  | { readonly kind: 'file-missing' | 'weights-missing' | 'several-models'; readonly path: string }
  /** It is of a family that is not known here. */
  | { readonly kind: 'unknown-family'; readonly family: string }

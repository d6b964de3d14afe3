/** Pictures of which a person has said that each is one of its own, however alike they look. */
export interface Differing {
  readonly id: string
  /** By their bytes, so that it holds wherever they turn up. */
  readonly sha256s: readonly string[]
}

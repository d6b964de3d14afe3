/** Files that came at once. Of a large folder they are the first, and the others follow as they are found. */
export interface ComingFiles<AFile> extends ReadonlyArray<AFile> {
  /** Some at a time, in order. Who ends going through them ends the search. */
  readonly later?: AsyncIterable<readonly AFile[]>
}

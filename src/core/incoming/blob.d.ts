/** A picture's bytes, which core hands on unread. The browser's own type says the rest. */
interface Blob {
  readonly size: number
}

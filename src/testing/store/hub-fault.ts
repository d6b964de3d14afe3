/** What goes wrong with an answer. */
export type Mishap =
  /** Nothing is answered, and the connection stays. */
  | { readonly kind: 'silent' }
  /** The connection ends after so many bytes of the body. */
  | { readonly kind: 'cut'; readonly after: number }
  /** Nothing more comes after so many bytes, and the connection stays. */
  | { readonly kind: 'stall'; readonly after: number }
  /** So many bytes at a time, with a pause after each. */
  | { readonly kind: 'drip'; readonly bytes: number; readonly pause: number }
  /** The byte at this place of the file has one bit changed. */
  | { readonly kind: 'flip'; readonly at: number }
  /** A page in place of the file, with status 200. */
  | { readonly kind: 'html' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: string
      /** Beside `Retry-After`. */
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The headers promise this many bytes, and the connection ends after those that there are. */
  | { readonly kind: 'length'; readonly length: number }
  /** Ranges are not understood: the whole file comes whatever is asked. */
  | { readonly kind: 'no-ranges' }
  /** The body goes on for ever after the file's own bytes, and no length is told. */
  | { readonly kind: 'endless' }
  /** A listing is said to go on at this address. */
  | { readonly kind: 'next-page'; readonly url: string }
  /** The file is said to be of this version. */
  | { readonly kind: 'etag'; readonly etag: string }

/** A mishap, and whom it befalls. Plain data, so that tests in a browser can order it. */
export interface HubFault {
  /** Befalls requests whose path ends so. Redirects are answered as ever; what they lead to is not. */
  readonly path: string
  readonly mishap: Mishap
  /** How many requests it befalls; every one without it. */
  readonly times?: number
}

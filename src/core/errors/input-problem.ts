/** What is wrong with something that a person brought: a list, a link, a picture's address, a model's files. */
export type InputProblem =
  | { readonly kind: 'list-too-large' | 'list-no-json' | 'list-no-text' | 'list-tag-too-long' }
  | { readonly kind: 'link-mode' | 'link-url' | 'link-labels-too-long' | 'link-labels-empty' }
  | { readonly kind: 'link-templates-too-long' | 'link-answer' | 'link-margin' | 'link-temperature' }
  | { readonly kind: 'picture-gone' | 'no-files' | 'folder-too-full' }
  | {
      readonly kind: 'list-too-many' | 'link-too-many-labels' | 'link-label-too-long'
      readonly most: number
    }
  /** `parameter` is its name in the link. */
  | { readonly kind: 'link-model'; readonly parameter: string }
  | { readonly kind: 'picture-too-big'; readonly url: string; readonly megabytes: number }
  | { readonly kind: 'no-picture-address'; readonly url: string }
  | {
      readonly kind:
        | 'pack-encrypted'
        | 'pack-too-full'
        | 'pack-grows'
        | 'pack-hostile'
        | 'path-hostile'
        | 'pack-twice'
        | 'manifest-too-long'
        | 'manifest-unreadable'
        | 'archive-damaged'
        | 'archive-too-full'
      readonly path: string
    }

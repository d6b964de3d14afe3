import type { ModelTask } from '../tasks/model-task'

/** Where a picture is. */
export type HostedPicture =
  /** The file `image` of the request's form. */
  | { readonly kind: 'body' }
  /** http(s), without a user name. */
  | { readonly kind: 'url'; readonly url: string }
  /** Standard alphabet, no blanks. */
  | { readonly kind: 'base64'; readonly base64: string }

/** One side of a comparison. */
export type HostedSubject =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly picture: HostedPicture }

/** What a request asks for, checked. */
export type HostedWork =
  | {
      readonly kind: 'clip'
      readonly picture: HostedPicture
      readonly labels: readonly string[]
      /** Hub id of the model that is insisted on; `null` takes the one that is loaded. */
      readonly model: string | null
    }
  | { readonly kind: 'vit'; readonly picture: HostedPicture; readonly model: string | null }
  | {
      readonly kind: 'compare'
      readonly subject: HostedSubject
      /** In the order of the request. */
      readonly prompts: readonly HostedSubject[]
      /** Of the prompts, where the request named them. */
      readonly names: readonly string[] | null
    }
  | { readonly kind: 'embed-image'; readonly pictures: readonly HostedPicture[] }
  | { readonly kind: 'embed-text'; readonly texts: readonly string[] }

/** The kind of model that the work needs. */
export const taskOf = ({ kind }: HostedWork): ModelTask => (kind === 'vit' ? 'fixed-labels' : 'zero-shot')

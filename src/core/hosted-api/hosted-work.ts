import type { ModelTask } from '../tasks/model-task'

/** Where a picture is. */
export type HostedPicture =
  /** The file of the request's form, or its body. */
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
  | {
      readonly kind: 'trained'
      readonly classifier: string
      /** Eight hex digits, or `latest`. */
      readonly version: string
      readonly pictures: readonly HostedPicture[]
      /** Whether the answer is a list, as the request's pictures were. */
      readonly isList: boolean
      /** From which probability on, 0 to 1, one of several labels is said; `null` leaves it to the classifier. */
      readonly confidence: number | null
    }
  | {
      readonly kind: 'hf-zero-shot'
      readonly picture: HostedPicture
      readonly labels: readonly string[]
      /** With `{}` for the label. */
      readonly template: string
    }
  | {
      readonly kind: 'hf-classes'
      readonly picture: HostedPicture
      /** One of the person's own; `null` asks the classifier with fixed labels. */
      readonly classifier: string | null
      readonly topK: number
    }

/** The kind of model that the work needs. */
export const taskOf = (work: HostedWork): ModelTask =>
  work.kind === 'vit' || (work.kind === 'hf-classes' && work.classifier === null)
    ? 'fixed-labels'
    : 'zero-shot'

import { assertNever } from '../core/assert-never'
import type { TaglensError } from '../core/taglens-error'

/** An error in words: what happened, and what to do next. */
export interface ErrorDescription {
  readonly what: string
  readonly next: string
}

const megapixels = (width: number, height: number): string => {
  const millions = (width * height) / 1e6
  return millions < 10 ? millions.toFixed(1) : Math.round(millions).toLocaleString('en')
}

const megabytes = (bytes: number): string => Math.ceil(bytes / 1e6).toLocaleString('en')

/** What a host's status means for the person; `null` for the uncommon ones. */
const describeStatus = (status: number): ErrorDescription | null => {
  if (status === 401 || status === 403)
    return {
      what: `The host does not give this to everybody (status ${status})`,
      next: 'It may need a sign-in, or not exist. Check the name, or bring the files from this device.',
    }
  if (status === 429)
    return {
      what: 'The host has had too many requests from here (status 429)',
      next: 'Wait a minute, then retry.',
    }
  if (status >= 500)
    return {
      what: `The host is out of order at the moment (status ${status})`,
      next: 'Retry in a minute.',
    }
  return null
}

const describeNetwork = (url: string, status: number): ErrorDescription => {
  if (status === 0)
    return {
      what: `The host could not be reached: ${url}`,
      next: 'Check the connection and the airplane switch, then retry.',
    }
  const known = describeStatus(status)
  return known
    ? { what: `${known.what}: ${url}`, next: known.next }
    : { what: `The host answered with status ${status}: ${url}`, next: 'Check the address, then retry.' }
}

const describeDecodeFailure = (name: string, format: string): ErrorDescription => {
  switch (format) {
    case 'HEIC':
    case 'HEIF':
      return {
        what: `This browser cannot read ${format} pictures (${name}).`,
        next: 'Convert it to JPEG, or open Taglens in Safari.',
      }
    case 'unreadable':
      return {
        what: `This file can no longer be read (${name}).`,
        next: 'Add it again; it may have been moved or deleted.',
      }
    case 'unknown':
      return {
        what: `This file is not a picture that the browser can read (${name}).`,
        next: 'Choose a JPEG, PNG, WebP, GIF or AVIF file.',
      }
    case 'JPEG':
    case 'PNG':
    case 'WebP':
    case 'GIF':
    case 'AVIF':
    case 'BMP':
    case 'ICO':
      return {
        what: `This ${format} file is damaged and cannot be read (${name}).`,
        next: 'Export the picture again, or choose another copy of it.',
      }
    default:
      return {
        what: `This file is not a picture that the browser can read (${name} is ${format}).`,
        next: 'Convert it to JPEG or PNG and add it again.',
      }
  }
}

const describeMissingModel = (task: 'zero-shot' | 'fixed-labels' | undefined): ErrorDescription => {
  switch (task) {
    case undefined:
      return { what: 'No model is loaded yet.', next: 'Load a model first.' }
    case 'zero-shot':
      return { what: 'The model that is loaded has fixed labels.', next: 'Load one that reads tags.' }
    case 'fixed-labels':
      return { what: 'The model that is loaded has no fixed labels.', next: 'Load one that has.' }
  }
}

/** Words every error of the app, in one place. The code is for machines and stands beside the words there. */
export const describeError = (error: TaglensError): ErrorDescription => {
  switch (error.code) {
    case 'VALIDATION_ERROR':
      return { what: error.detail, next: 'Change it and try again.' }
    case 'MODEL_NOT_LOADED':
      return describeMissingModel(error.task)
    case 'MODEL_NOT_FOUND':
      return {
        what: `There is no such model, or a file of it is missing: ${error.url}`,
        next: 'Check the name, the revision and the host.',
      }
    case 'MODEL_CORRUPT':
      return {
        what: `The model file ${error.file} is not what it should be: ${error.detail}.`,
        next: 'It is not used. Load the model again; if that does not help, use another host.',
      }
    case 'UNSUPPORTED_MODEL':
      return {
        what: `This model cannot be run here: ${error.detail}.`,
        next: 'Choose a CLIP, MobileCLIP or SigLIP model that is laid out as on the hub.',
      }
    case 'NETWORK':
      return describeNetwork(error.url, error.status)
    case 'IMAGE_DECODE_FAILED':
      return describeDecodeFailure(error.name, error.format)
    case 'IMAGE_TOO_LARGE':
      return {
        what: `${error.name} has ${megapixels(error.width, error.height)} megapixels; the limit is ${error.limitMegapixels}.`,
        next: 'Make it smaller and add it again.',
      }
    case 'IMAGE_FETCH_BLOCKED':
      return {
        what: `The site does not let other pages read this picture: ${error.url}`,
        next: 'Save the picture and add the file.',
      }
    case 'OUT_OF_MEMORY':
      return {
        what: `There was not enough memory for ${error.doing}.`,
        next: 'Close other tabs, then retry.',
      }
    case 'STORAGE_FULL':
      return {
        what: `There is no room to keep the model: it needs ${megabytes(error.needed)} MB.`,
        next: 'Delete a model that you no longer use, or free some space on this device.',
      }
    case 'ENGINE_TIMEOUT':
      return {
        what: `No answer for ${error.seconds} seconds while ${error.doing}; the engine was restarted.`,
        next: 'Retry, or choose the CPU as the device.',
      }
    case 'ENGINE_CRASHED':
      return {
        what: `The engine stopped while ${error.doing} and was restarted.`,
        next: 'Retry; if it happens again, choose a smaller model.',
      }
    case 'GPU_LOST':
      return {
        what: 'The graphics card stopped answering.',
        next: 'Nothing is lost. Retry, or use the CPU.',
      }
    case 'WRONG_NUMBERS':
      return {
        what: 'The device gave wrong numbers, so its results are not used.',
        next: 'Use the CPU, or another precision.',
      }
    case 'CANCELLED':
      return { what: 'It was cancelled.', next: 'Start it again when you like.' }
    case 'UNEXPECTED':
      return {
        what: `Something unexpected happened: ${error.detail}`,
        next: 'Retry; if it stays, report it.',
      }
    default:
      return assertNever(error)
  }
}

import { assertNever } from '../../core/errors/assert-never'
import type { ModelTask } from '../../core/tasks/model-task'
import type { InputProblem, ModelProblem, TaglensError } from '../../core/errors/taglens-error'
import { visibleText } from '../../core/tags/visible-text'
import type { Wording } from '../../words/wording'
import { describeDecodeFailure } from './describe-decode-failure'
import { describeTask } from './describe-task'
import type { ErrorDescription } from './error-description'

/** Says what is wrong with something that a person brought. */
const describeInputProblem = ({ t, format }: Wording, problem: InputProblem): string => {
  if ('most' in problem) return t(`errors.problems.${problem.kind}`, { most: format.count(problem.most) })
  if ('path' in problem) return t(`errors.problems.${problem.kind}`, { path: problem.path })
  if ('parameter' in problem) return t(`errors.problems.${problem.kind}`, { parameter: problem.parameter })
  if ('megabytes' in problem) {
    const { url, megabytes } = problem
    return t(`errors.problems.${problem.kind}`, { url, megabytes: format.count(megabytes) })
  }
  if ('url' in problem) return t(`errors.problems.${problem.kind}`, { url: problem.url })
  return t(`errors.problems.${problem.kind}`)
}

/** What to do about it, where changing it is not the way: no person mends a damaged file by hand. */
const NEXT_STEPS: Partial<Record<InputProblem['kind'], 'copy' | 'smaller' | 'again' | 'newer'>> = {
  ...{
    'archive-damaged': 'copy',
    'project-damaged': 'copy',
    'manifest-unreadable': 'copy',
    'pack-grows': 'copy',
  },
  ...{ 'pack-hostile': 'copy', 'path-hostile': 'copy', 'pack-twice': 'copy', 'manifest-too-long': 'copy' },
  ...{ 'archive-too-full': 'smaller', 'pack-too-full': 'smaller', 'folder-too-full': 'smaller' },
  ...{ 'project-too-large': 'smaller', 'list-too-large': 'smaller', 'picture-too-big': 'smaller' },
  ...{ 'no-files': 'again', 'picture-gone': 'again', 'project-newer': 'newer' },
}

/** Says why a model cannot run here. */
const sayModelProblem = ({ t }: Wording, problem: ModelProblem): string => {
  if ('path' in problem) return t(`errors.models.${problem.kind}.what`, { path: problem.path })
  if ('family' in problem) return t(`errors.models.${problem.kind}.what`, { family: problem.family })
  if (!('has' in problem)) return t(`errors.models.${problem.kind}.what`)
  const { kind, wanted, has } = problem
  return t(`errors.models.${kind}.what`, { wanted, has })
}

const megapixels = ({ format }: Wording, width: number, height: number): string => {
  const millions = (width * height) / 1e6
  return millions < 10 ? format.decimal(millions, 1) : format.count(Math.round(millions))
}

/** What a host's status means for the person. */
const describeNetwork = (
  { t, format }: Wording,
  { url, status, cause, retryAfter }: Extract<TaglensError, { code: 'NETWORK' }>,
): ErrorDescription => {
  if (cause === 'airplane')
    return { what: t('errors.airplane.what', { url }), next: t('errors.airplane.next') }
  if (cause === 'gated') return { what: t('errors.gated.what', { url }), next: t('errors.gated.next') }
  if (status === 0) return { what: t('errors.unreachable.what', { url }), next: t('errors.unreachable.next') }
  if (status === 401 || status === 403)
    return { what: t('errors.forbidden.what', { url, status }), next: t('errors.forbidden.next') }
  if (status === 429)
    return {
      what: t('errors.tooManyRequests.what', { url }),
      next: retryAfter
        ? t('errors.tooManyRequests.wait', { duration: format.duration(retryAfter / 1000) })
        : t('errors.tooManyRequests.next'),
    }
  if (status >= 500)
    return { what: t('errors.outOfOrder.what', { url, status }), next: t('errors.outOfOrder.next') }
  return { what: t('errors.status.what', { url, status }), next: t('errors.status.next') }
}

const describeMissingModel = ({ t }: Wording, task: ModelTask | undefined): ErrorDescription => {
  switch (task) {
    case undefined:
      return { what: t('errors.noModel.what'), next: t('errors.noModel.next') }
    case 'zero-shot':
      return { what: t('errors.noTagModel.what'), next: t('errors.noTagModel.next') }
    case 'fixed-labels':
      return { what: t('errors.noLabelModel.what'), next: t('errors.noLabelModel.next') }
  }
}

/** An error whose texts, which may be of a file or a host, hide nothing and turn nothing around. */
const visibleError = <Part extends object>(error: Part): Part => {
  const parts = Object.entries(error).map(([name, part]: [string, unknown]) => {
    if (typeof part === 'string') return [name, visibleText(part)]
    return [name, typeof part === 'object' && part !== null ? visibleError(part) : part]
  })
  // The same names with values of the same types.
  return Object.fromEntries(parts) as Part
}

/** Words every error of the app, in one place. The code is for machines and stands beside the words there. */
export const describeError = (words: Wording, error: TaglensError): ErrorDescription =>
  describeVisible(words, visibleError(error))

const describeVisible = (words: Wording, error: TaglensError): ErrorDescription => {
  const { t, format } = words
  switch (error.code) {
    case 'VALIDATION_ERROR':
      return {
        what:
          'problem' in error
            ? describeInputProblem(words, error.problem)
            : error.detail.replace(/[\w)]$/, '$&.'),
        next: t(`errors.invalid.${('problem' in error ? NEXT_STEPS[error.problem.kind] : null) ?? 'next'}`),
      }
    case 'IMAGE_ELSEWHERE':
      return { what: t('errors.elsewhere.what'), next: t('errors.elsewhere.next') }
    case 'MODEL_NOT_LOADED':
      return describeMissingModel(words, error.task)
    case 'MODEL_NOT_FOUND':
      return {
        what: t('errors.modelNotFound.what', { url: error.url }),
        next: t('errors.modelNotFound.next'),
      }
    case 'MODEL_CORRUPT': {
      const { file, detail } = error
      return { what: t('errors.modelCorrupt.what', { file, detail }), next: t('errors.modelCorrupt.next') }
    }
    case 'UNSUPPORTED_MODEL': {
      if ('problem' in error) {
        const { problem } = error
        return { what: sayModelProblem(words, problem), next: t(`errors.models.${problem.kind}.next`) }
      }
      const { detail } = error
      return { what: t('errors.unsupportedModel.what', { detail }), next: t('errors.unsupportedModel.next') }
    }
    case 'NETWORK':
      return describeNetwork(words, error)
    case 'IMAGE_DECODE_FAILED':
      return describeDecodeFailure(words, error)
    case 'IMAGE_TOO_LARGE': {
      const { name, width, height } = error
      return {
        what: t('errors.tooLarge.what', {
          name,
          megapixels: megapixels(words, width, height),
          limit: format.count(error.limitMegapixels),
        }),
        next: t(error.progressive ? 'errors.tooLarge.baseline' : 'errors.tooLarge.next'),
      }
    }
    case 'IMAGE_FETCH_BLOCKED':
      return { what: t('errors.fetchBlocked.what', { url: error.url }), next: t('errors.fetchBlocked.next') }
    case 'OUT_OF_MEMORY':
      return {
        what: t('errors.outOfMemory.what', { doing: describeTask(words, error.doing) }),
        next: t('errors.outOfMemory.next'),
      }
    case 'STORAGE_FULL':
      return { what: t('errors.storageFull.what'), next: t('errors.storageFull.next') }
    case 'ENGINE_TIMEOUT': {
      const { seconds } = error
      const doing = describeTask(words, error.doing)
      return { what: t('errors.timeout.what', { doing, seconds }), next: t('errors.timeout.next') }
    }
    case 'ENGINE_CRASHED':
      return {
        what: t('errors.crashed.what', { doing: describeTask(words, error.doing) }),
        next: t('errors.crashed.next'),
      }
    case 'GPU_LOST':
      return { what: t('errors.gpuLost.what'), next: t('errors.gpuLost.next') }
    case 'WRONG_NUMBERS':
      return { what: t('errors.wrongNumbers.what'), next: t('errors.wrongNumbers.next') }
    case 'PART_NOT_LOADED':
      return { what: t('errors.partNotLoaded.what'), next: t('errors.partNotLoaded.next') }
    case 'CANCELLED':
      return { what: t('errors.cancelled.what'), next: t('errors.cancelled.next') }
    case 'UNEXPECTED':
      return {
        what: t('errors.unexpected.what', { detail: error.detail }),
        next: t('errors.unexpected.next'),
      }
    default:
      return assertNever(error)
  }
}

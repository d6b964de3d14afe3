import type { InputProblem } from '../core/input-problem'
import type { Wording } from '../words/wording'

/** Says what is wrong with something that a person brought. */
export const describeInputProblem = ({ t, format }: Wording, problem: InputProblem): string => {
  if ('most' in problem) return t(`errors.problems.${problem.kind}`, { most: format.count(problem.most) })
  if ('path' in problem) return t(`errors.problems.${problem.kind}`, { path: problem.path })
  switch (problem.kind) {
    case 'link-model':
      return t('errors.problems.link-model', { parameter: problem.parameter })
    case 'picture-too-big': {
      const { url, megabytes } = problem
      return t('errors.problems.picture-too-big', { url, megabytes: format.count(megabytes) })
    }
    case 'no-picture-address':
      return t('errors.problems.no-picture-address', { url: problem.url })
    default:
      return t(`errors.problems.${problem.kind}`)
  }
}

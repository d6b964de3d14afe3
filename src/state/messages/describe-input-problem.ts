import type { InputProblem } from '../../core/errors/input-problem'
import type { Wording } from '../../words/wording'

/** Says what is wrong with something that a person brought. */
export const describeInputProblem = ({ t, format }: Wording, problem: InputProblem): string => {
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

import * as v from 'valibot'
import { failed } from '../../core/errors/outcome'

/**
 * How a file is refused that is not of the shape that its name says: by the first thing that is wrong with it, since a
 * list of labels may be wrong in each of thousands.
 */
export const wrongShape = (
  file: string,
  [issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
) =>
  failed({
    code: 'MODEL_CORRUPT',
    file,
    detail: `${v.getDotPath(issue) ?? 'the whole file'}: ${issue.message}`,
  })

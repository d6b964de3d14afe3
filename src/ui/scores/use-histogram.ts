import { useEffect } from 'react'
import { toScoreHistogram, type ScoreHistogram } from '../../core/desk/view/score-histogram'
import { currentModel, isBeyond } from '../../state/model/current-model'
import { isLong, lastOf } from '../../state/pictures/arranged/arranging'
import { answeringTask } from '../../state/tasks/tasks'
import { useActions, useApp, useAppState } from '../context/ui-context'

/**
 * How the scores of a label are spread over the list. Of a long list by the worker, which is asked for as long as it is in
 * sight; `null` until it has answered.
 */
export const useHistogram = (label: string): ScoreHistogram | null => {
  const { selectors } = useApp()
  const { drawScoresOf } = useActions()
  const pictures = useAppState((state) => state.pictures)
  const answers = useAppState((state) => selectors.tasks[answeringTask(state)].answers(state))
  const model = useAppState((state) => currentModel(state.model))
  const drawn = useAppState(({ arranging }) => lastOf(arranging).histograms.get(label))
  useEffect(() => drawScoresOf(label), [drawScoresOf, label])
  if (isLong({ pictures })) return drawn ?? null
  return toScoreHistogram(
    pictures.map((picture) => (isBeyond(model, picture) ? NaN : answers.score(picture, label))),
  )
}

import { useEffect } from 'react'
import { toScoreHistogram, type ScoreHistogram } from '../../../core/desk/view/score-histogram'
import { isRestTag } from '../../../core/question/scoring/neutral-tags'
import type { Tag } from '../../../core/tags/tag-list'
import { currentModel, isBeyond, modelFor } from '../../../state/model/current-model'
import { isLong, lastOf } from '../../../state/pictures/arranged/arranging'
import { answeringTask } from '../../../state/tasks/tasks'
import { scores } from '../../../words/en/scores'
import { useActions, useApp, useAppState, useWordsWith } from '../../context/ui-context'
import { useChosenLabel } from '../../pictures/chosen-label'
import { HistogramSlider } from './histogram-slider'

/** The tag that is shown alone, else the best of the picture in focus, else the first one. */
const useChosenTag = (): Tag | undefined => {
  const tags = useAppState((state) => state.tags)
  const { only, best } = useChosenLabel()
  const named = tags.filter(({ text }) => !isRestTag(text))
  return named.find(({ id }) => id === only) ?? named.find(({ id }) => id === best) ?? named[0]
}

/** Of a long list by the worker, which is asked for as long as it is in sight; `null` until it has answered. */
const useHistogram = (tagId: string): ScoreHistogram | null => {
  const { selectors } = useApp()
  const { drawScoresOf } = useActions()
  const pictures = useAppState((state) => state.pictures)
  const answers = useAppState(selectors.tasks['zero-shot'].answers)
  const model = useAppState((state) => currentModel(state.model))
  const drawn = useAppState(({ arranging }) => lastOf(arranging).histogram)
  useEffect(() => {
    drawScoresOf(tagId)
    return () => {
      drawScoresOf(null)
    }
  }, [drawScoresOf, tagId])
  if (isLong({ pictures })) return drawn?.label === tagId ? drawn.histogram : null
  return toScoreHistogram(
    pictures.map((picture) => (isBeyond(model, picture) ? NaN : answers.score(picture, tagId))),
  )
}

const Scores = ({ tag }: { readonly tag: Tag }) => {
  const { t } = useWordsWith(scores)
  const histogram = useHistogram(tag.id)
  const failed = useAppState(({ arranging }) => arranging.kind === 'failed')
  if (failed) return <p className="text-12 text-muted">{t('scores.failed')}</p>
  if (histogram?.count === 0) return <p className="text-12 text-muted">{t('scores.none')}</p>
  return <HistogramSlider tag={tag} histogram={histogram} />
}

/** How the scores of one tag are spread, and what its threshold keeps of them. */
export const ScoreSection = () => {
  const { t } = useWordsWith(scores)
  const tag = useChosenTag()
  const isOfWords = useAppState((state) => answeringTask(state) === 'zero-shot')
  const isCalibrated = useAppState(({ model }) => modelFor(model, 'zero-shot')?.calibrated)
  const reason =
    isCalibrated === undefined
      ? t('scores.noModel')
      : !isOfWords
        ? t('scores.own')
        : !isCalibrated
          ? t('scores.uncalibrated')
          : tag
            ? null
            : t('scores.noTag')
  if (reason !== null || !tag) return <p className="text-12 text-muted">{reason}</p>
  return <Scores key={tag.id} tag={tag} />
}

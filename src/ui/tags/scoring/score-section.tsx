import { isRestTag } from '../../../core/question/scoring/neutral-tags'
import type { Tag } from '../../../core/tags/tag-list'
import { wordModel } from '../../../state/model/current-model'
import { answeringTask, judgesByWords } from '../../../state/tasks/tasks'
import { scores } from '../../../words/en/scores'
import { useAppState, useScreenStore, useWordsWith } from '../../context/ui-context'
import { useChosenLabel } from '../../pictures/chosen-label'
import { Button } from '../../primitives/button'
import { useHistogram } from '../../scores/use-histogram'
import { HistogramSlider } from './histogram-slider'

/** The tag that is shown alone, else the best of the picture in focus, else the first one. */
const useChosenTag = (): Tag | undefined => {
  const tags = useAppState((state) => state.tags)
  const { only, best } = useChosenLabel()
  const named = tags.filter(({ text }) => !isRestTag(text))
  return named.find(({ id }) => id === only) ?? named.find(({ id }) => id === best) ?? named[0]
}

const Scores = ({ tag }: { readonly tag: Tag }) => {
  const { t } = useWordsWith(scores)
  const screen = useScreenStore()
  const histogram = useHistogram(tag.id)
  const failed = useAppState(({ arranging }) => arranging.kind === 'failed')
  if (failed) return <p className="text-12 text-muted">{t('scores.failed')}</p>
  if (histogram?.count === 0) return <p className="text-12 text-muted">{t('scores.none')}</p>
  return (
    <div>
      <HistogramSlider tag={tag} histogram={histogram} />
      <Button
        size="small"
        className="mt-1"
        onClick={() => {
          screen.setState({ rangeOf: tag.id, dialog: null, large: false, phoneShows: 'grid' })
        }}
      >
        {t('scores.range.open')}
      </Button>
    </div>
  )
}

/** How the scores of one tag are spread, and what its threshold keeps of them. */
export const ScoreSection = () => {
  const { t } = useWordsWith(scores)
  const tag = useChosenTag()
  const isOfWords = useAppState((state) => judgesByWords(answeringTask(state)))
  const isCalibrated = useAppState(({ model }) => wordModel(model)?.calibrated)
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

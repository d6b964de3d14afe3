import { nameOfSource } from '../model/texts/model-name'
import type { Picture } from '../../state/app-state'
import { Button } from '../primitives/button'
import { ProgressBar } from '../primitives/progress-bar'
import { useApp, useAppState, useScreenStore, useWords } from '../context/ui-context'
import { whyNoRanking } from './ranking-state'

/** As many rows as there will be, in their final size. */
const RankSkeleton = ({ busy }: { readonly busy: boolean }) => {
  const count = useAppState(({ tags }) => Math.min(12, tags.length))
  return (
    <div aria-hidden className="px-4 pb-2">
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="py-1.5">
          <div className="flex h-[20.3px] items-center">
            <div
              className={busy ? 'h-2.5 animate-breathe rounded-full bg-track' : 'h-2.5 rounded-full bg-track'}
              style={{ width: `${[34, 46, 28, 52, 38][i % 5]}%` }}
            />
          </div>
          <div className="mt-1 h-2 rounded-full bg-track" />
        </div>
      ))}
    </div>
  )
}

interface NoRankingProps {
  readonly picture: Picture | null
  /** Whether it waits for a model that is being opened, while one answers that was not made for it. */
  readonly opens: boolean
}

/** What stands where the bars will be. */
export const NoRanking = ({ picture, opens }: NoRankingProps) => {
  const words = useWords()
  const { t } = words
  const screen = useScreenStore()
  const model = useAppState((state) => state.model)
  const { selectors } = useApp()
  const hasLabels = useAppState(selectors.hasLabels)
  const { title, text, rows, help } = whyNoRanking(words, { model }, hasLabels, picture, opens)
  if (title === '') return null
  const progress = model.kind === 'loading' && !model.previous ? model.progress : null
  return (
    <>
      {/* First, or a phone would show empty rows and not why. */}
      <div className={rows === 'none' ? 'px-6 py-10 text-center' : 'px-4 pt-1 pb-3'}>
        <p className={rows === 'none' ? 'text-14 font-medium' : 'text-12 text-muted'}>{title}</p>
        {text === '' ? null : (
          <p className={rows === 'none' ? 'pt-1 text-pretty text-muted' : 'text-12 text-muted'}>{text}</p>
        )}
        {progress && model.kind === 'loading' ? (
          <ProgressBar
            label={nameOfSource(model.choice.source)}
            share={progress.total === null ? null : progress.loaded / progress.total}
            className="mt-3"
          />
        ) : null}
        {help === null ? null : (
          <Button
            variant={model.kind === 'none' ? 'primary' : 'plain'}
            className="mt-4"
            aria-haspopup="dialog"
            onClick={() => {
              screen.setState({ dialog: 'model' })
            }}
          >
            {model.kind === 'none' ? t('ranking.loadModel') : t('ranking.showDetails')}
          </Button>
        )}
      </div>
      {rows === 'none' ? null : <RankSkeleton busy={rows === 'busy'} />}
    </>
  )
}

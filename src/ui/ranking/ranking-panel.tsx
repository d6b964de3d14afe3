import { focusedPicture } from '../pictures/focused-picture'
import { LookControls } from '../pictures/view/look-controls'
import { PictureStage } from '../pictures/view/picture-stage'
import { WhyLine } from '../pictures/view/why-line'
import { ColumnHeader } from '../primitives/column-header'
import { useAppState, useScreen, useWords } from '../context/ui-context'
import { RankingContent, RankingFooter } from './ranking-content'

interface RankingPanelProps {
  /** Whether the picture itself stands above its bars where it is not large already. */
  readonly withPicture: boolean
}

/** The picture in focus, and the tags ranked for it. */
export const RankingPanel = ({ withPicture }: RankingPanelProps) => {
  const { t, format } = useWords()
  const picture = useAppState(focusedPicture)
  const selected = useAppState(({ selection }) => selection.ids.size)
  const alone = useAppState(({ pictures }) => pictures.length === 1)
  const large = useScreen((screen) => screen.large)
  const why = useScreen((screen) => screen.why)

  return (
    <section aria-label={t('ranking.title')} className="flex h-full min-h-0 flex-col bg-panel">
      <ColumnHeader
        title={t('ranking.title')}
        count={selected > 1 ? t('ranking.selected', { number: format.count(selected) }) : ''}
      />
      {/* Scrolled by keyboard: there may be more rows than fit, and none of them takes focus. */}
      <div
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
        tabIndex={0}
        className="scroll-y min-h-0 flex-1 [container-type:size] has-[[data-model-strip]]:[--strip:8rem] focus-visible:-outline-offset-2"
      >
        {picture && withPicture && !large && !alone ? (
          <>
            {/* The light on it follows the pointer over rows far below. */}
            <div className={`bg-canvas p-3 ${why ? 'sticky top-0 z-1' : ''}`}>
              {/* It gives way to verdict and first bars where the column is short, and to what is said of a model. */}
              <div className="h-[clamp(5rem,100cqh-25rem-var(--strip,0rem),13rem)]">
                <PictureStage picture={picture} />
              </div>
            </div>
            <div className="border-b border-line bg-canvas px-3 pb-3">
              <div className="flex justify-center">
                <LookControls />
              </div>
              <WhyLine picture={picture} className="flex justify-center pt-2" />
            </div>
          </>
        ) : null}
        <RankingContent />
      </div>
      <RankingFooter />
    </section>
  )
}

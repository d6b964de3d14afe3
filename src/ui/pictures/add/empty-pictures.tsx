import { useMedia } from '../../primitives/use-media'
import { useAppState, useWords } from '../../context/ui-context'
import { EmptyIllustration } from './empty-illustration'
import { SampleCards } from './sample-cards'
import { lateComponent } from '../../parts/late-component'
import { Button } from '../../primitives/button'
import { classNames } from '../../primitives/class-names'
import { useAddWays } from './add-ways-menu'

const OpenAgain = lateComponent(async () => (await import('../../kept/kept-sets')).OpenAgain)

/** Every way in as a button of its own; on a phone they stand in the menu under the thumb instead. */
const AddWays = () => (
  <div className="flex flex-wrap max-md:hidden justify-center gap-2">
    {useAddWays().map(({ key, label, icon: Icon, onSelect }, i) => (
      <Button
        key={key}
        data-adds-pictures={i === 0 ? '' : undefined}
        variant={i === 0 ? 'primary' : 'plain'}
        size="large"
        onClick={onSelect}
      >
        {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden /> : null}
        <span>{label}</span>
      </Button>
    ))}
  </div>
)

/**
 * The middle before there is a picture of one's own: a place to drop, every other way in, and the drawings of
 * a first visit where there are any. They take the place of a drawing of themselves, so nothing moves.
 */
export const EmptyPictures = () => {
  const { t } = useWords()
  const touch = useMedia('(pointer: coarse)')
  const samples = useAppState(({ pictures }) => pictures)
  const hasKept = useAppState(({ keptSets }) => keptSets.length > 0)
  return (
    <div className="flex h-full p-3">
      <div className="scroll-y flex flex-1 rounded-[16px] border-[1.5px] border-dashed border-control/60">
        <div className="m-auto flex w-full max-w-3xl flex-col items-center px-4 pt-8 pb-[calc(2rem+var(--notices,0px))] text-center">
          {/* It gives way to lists of earlier visits, which are to be in sight. */}
          <div
            className={classNames(
              'flex w-full items-center justify-center',
              hasKept ? 'h-[clamp(5rem,100dvh-41rem,18rem)]' : 'h-72 max-sm:h-64',
            )}
          >
            {samples.length > 0 ? <SampleCards pictures={samples} /> : <EmptyIllustration />}
          </div>
          <h3
            className={classNames(
              'text-20 font-semibold tracking-[-0.014em] text-balance',
              hasKept ? 'pt-4' : 'pt-8 max-sm:pt-5',
            )}
          >
            {[
              t(touch ? 'pictures.addSome' : 'pictures.dropAnywhere'),
              t('pictures.editTags'),
              t('pictures.staysHere'),
            ].map((sentence) => (
              <span key={sentence} className="inline-block whitespace-pre-wrap">
                {`${sentence} `}
              </span>
            ))}
          </h3>
          <p
            className={classNames('max-w-sm pt-2 text-14 text-pretty text-muted', hasKept ? 'pb-4' : 'pb-6')}
          >
            {samples.length > 0 ? t('pictures.samplesText') : t('pictures.emptyText')}
          </p>
          <AddWays />
          {hasKept ? <OpenAgain /> : null}
        </div>
      </div>
    </div>
  )
}

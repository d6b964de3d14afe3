import { hottestPlaces } from '../../../../core/question/regions/regions'
import type { Picture } from '../../../../state/app-state'
import { largeView } from '../../../../words/en/pictures/large-view'
import { wordModel } from '../../../../state/model/current-model'
import { useAppState, useScreen, useScreenStore, useWordsWith } from '../../../context/ui-context'
import { Button } from '../../../primitives/button'
import { classNames } from '../../../primitives/class-names'
import { CutText } from '../../../primitives/cut-text/cut-text'
import { Segmented } from '../../../primitives/fields/segmented'
import { ErrorNote } from '../../../primitives/error-note'
import { ProgressBar } from '../../../primitives/progress-bar'
import { Swatch } from '../../../primitives/swatch'
import { LightControls } from './light-controls'
import { PlacesTable } from './places-table'
import { useRegions } from './use-regions'
import { WritingLine } from './writing-line'

/** Places that are told in words. */
const TOLD = 3

/** Which label the light on a picture is of, and how far the looking is. */
export const RegionsBar = ({ picture }: { readonly picture: Picture }) => {
  const { t, format } = useWordsWith(largeView)
  const screen = useScreenStore()
  const { phase, seen, labels, label, heat, strength, setStrength, again } = useRegions(picture)
  const by = useScreen(({ whyBy }) => whyBy)
  const isOfWords = useAppState(({ model }) => wordModel(model) !== null)
  /** What is known at a glance is there at once; what covering costs is not begun again by itself. */
  const endCovering = (why: boolean) => {
    screen.setState({ why, whyBy: 'auto' })
    document.querySelector<HTMLElement>('[data-sees-why]')?.focus()
  }
  const close = () => {
    endCovering(false)
  }
  if (phase.kind === 'failed' && phase.id === picture.id)
    return (
      <ErrorNote error={phase.error} className="w-full">
        <Button size="small" onClick={again}>
          {t('shell.tryAgain')}
        </Button>
      </ErrorNote>
    )
  if (!label || (phase.kind === 'seen' && seen && !heat))
    return (
      <div className="flex items-center gap-2 text-12">
        <span>{t('largeView.noWhy')}</span>
        <Button size="small" onClick={close}>
          {t('shell.close')}
        </Button>
      </div>
    )
  const [answer] = labels
  const places = heat && seen ? hottestPlaces(heat, seen.grid) : []
  const share = phase.kind === 'looking' ? phase.share : 0
  return (
    <div
      role="group"
      aria-label={t('largeView.why')}
      className="relative flex min-w-0 flex-wrap items-center justify-center gap-x-4 gap-y-1 text-12"
    >
      <div className="flex w-full min-w-0 flex-wrap justify-center gap-1">
        {labels.map(({ tagId, tag, hue }) => (
          <button
            key={tagId}
            type="button"
            aria-pressed={tagId === label.tagId}
            onPointerEnter={() => {
              screen.setState({ whyOf: tagId })
            }}
            onClick={() => {
              screen.setState({ whyOf: tagId })
            }}
            className={classNames(
              'flex h-6 max-w-32 min-w-0 items-center gap-1.5 rounded-full px-2 text-12 touch:h-9',
              tagId === label.tagId ? 'bg-accent-soft font-semibold' : 'hover:bg-hover',
            )}
          >
            <Swatch hue={hue} />
            <CutText text={tag} />
          </button>
        ))}
      </div>
      {seen && seen.crop !== null ? (
        <p className="w-full text-center text-muted">
          {t('largeView.whyInCrop', { place: format.count(seen.crop + 1) })}
        </p>
      ) : null}
      {seen?.refusal ? (
        <p className="w-full text-center text-muted">{t('largeView.onlyCovering')}</p>
      ) : (
        <Segmented
          label={t('largeView.ways')}
          choices={[
            { value: 'auto', label: t('largeView.byPlaces') },
            { value: 'regions', label: t('largeView.byCovering') },
          ]}
          value={by}
          onChange={(whyBy) => {
            screen.setState({ whyBy })
          }}
        />
      )}
      {heat && seen ? (
        <>
          <LightControls
            picture={picture}
            tag={label.tag}
            light={{ frame: seen.frame, grid: seen.grid, heat, strength }}
            onStrength={setStrength}
          />
          {answer && isOfWords ? <WritingLine seen={seen} answer={answer} /> : null}
          <PlacesTable tag={label.tag} places={places} />
        </>
      ) : (
        // The tags and the ways stay, so that focus does; and as high as what comes in its place.
        <div className="flex min-h-8 items-center gap-2 touch:min-h-11">
          <span className="tabular-nums">
            {t('largeView.looking', { percent: format.spokenPercent(share) })}
          </span>
          <ProgressBar label={t('largeView.why')} share={share} className="w-16" />
          <Button
            size="small"
            onClick={() => {
              endCovering(by === 'regions')
            }}
          >
            {t('largeView.stop')}
          </Button>
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {places.length > 0
          ? t('largeView.whySpoken', {
              tag: label.tag,
              places: format.list(places.slice(0, TOLD).map(({ place }) => t(`largeView.places.${place}`))),
            })
          : ''}
      </p>
    </div>
  )
}

import { ChevronLeft, ChevronRight, ImagePlus, Tags } from 'lucide-react'
import { useEffect } from 'react'
import type { Picture } from '../../../state/app-state'
import { lateComponent } from '../../parts/late-component'
import { Part } from '../../parts/part'
import { ExportMenu } from '../../pictures/export-menu'
import { EmptyPictures } from '../../pictures/add/empty-pictures'
import { useAddWays } from '../../pictures/add/add-ways-menu'
import { focusedPicture } from '../../pictures/focused-picture'
import { hasNoneOfOwn } from '../../pictures/has-none-of-own'
import { LookControls } from '../../pictures/view/look-controls'
import { BesideLine } from '../../pictures/view/beside-line'
import { WhyLine } from '../../pictures/view/why-line'
import { PictureStage } from '../../pictures/view/picture-stage'
import { Button } from '../../primitives/button'
import { IconButton } from '../../primitives/icon-button'
import { MenuButton } from '../../primitives/menu/menu-button'
import { Segmented } from '../../primitives/fields/segmented'
import { RankingContent, RankingFooter } from '../../ranking/ranking-content'
import {
  useActions,
  useApp,
  useAppState,
  useScreen,
  useScreenStore,
  useWords,
} from '../../context/ui-context'
import { NoticeList } from '../notices/notices'
import { StatusBar } from '../status/status-bar'

const ZoomStage = lateComponent(async () => (await import('../../pictures/view/zoom/zoom-stage')).ZoomStage)
const PictureList = lateComponent(async () => (await import('../../pictures/list/picture-list')).PictureList)

/** To the picture before or behind, at its side of the picture: between the controls below they left no room for words. */
const Step = ({ by, picture }: { readonly by: -1 | 1; readonly picture: Picture }) => {
  const { t } = useWords()
  const { selectors } = useApp()
  const { moveFocus } = useActions()
  const shown = useAppState(selectors.shownPictures)
  const index = shown.indexOf(picture)
  return (
    <IconButton
      directed
      icon={by === 1 ? ChevronRight : ChevronLeft}
      label={t(by === 1 ? 'pictures.next' : 'pictures.previous')}
      disabled={by === 1 ? index >= shown.length - 1 : index <= 0}
      onClick={() => {
        moveFocus(by, 'only')
      }}
    />
  )
}

/** The picture and below it its ranking, in one scroll. */
const PictureAndRanking = () => {
  const { t } = useWords()
  const picture = useAppState(focusedPicture)
  const several = useAppState(({ pictures }) => pictures.length > 1)
  return (
    <div className="scroll-y min-h-0 flex-1 [container-type:size] has-[[data-model-strip]]:[--strip:8rem] has-[[data-photo-offer]]:[--strip:6rem]">
      <h2 className="sr-only">{t('shell.onePicture')}</h2>
      {picture ? (
        <div className="border-b border-line bg-canvas p-2">
          {/* It gives way to verdict and first bars where the screen is short, and to what is said of a model. */}
          <div className="flex h-[clamp(5rem,100cqh-22rem-var(--strip,0rem),32dvh)] items-center">
            {several ? <Step by={-1} picture={picture} /> : null}
            <div className="h-full min-w-0 flex-1">
              <Part meanwhile={<PictureStage picture={picture} />}>
                <ZoomStage key={picture.id} compact picture={picture} />
              </Part>
            </div>
            {several ? <Step by={1} picture={picture} /> : null}
          </div>
          <div className="flex justify-center pt-2">
            <LookControls />
          </div>
          <WhyLine picture={picture} className="flex justify-center pt-2" />
        </div>
      ) : null}
      {picture ? <BesideLine picture={picture} /> : null}
      <RankingContent />
      <RankingFooter />
    </div>
  )
}

/** Shows the grid once several pictures have come at a time: which of them is wanted, only the person knows. */
const useGridForMany = (): void => {
  const screen = useScreenStore()
  const { store } = useApp()
  useEffect(
    () =>
      store.subscribe(({ pictures }, before) => {
        if (pictures.length < 2 || pictures.at(-1)?.id === before.pictures.at(-1)?.id) return
        // New pictures stand at the end.
        const newest = pictures.slice(-2).map(({ id }) => id)
        if (!before.pictures.some(({ id }) => newest.includes(id))) screen.setState({ phoneShows: 'grid' })
      }),
    [screen, store],
  )
}

const Content = () => {
  useGridForMany()
  const { t, format } = useWords()
  const { selectors } = useApp()
  const screen = useScreenStore()
  const count = useAppState(({ pictures }) => pictures.length)
  const noneOfOwn = useAppState(hasNoneOfOwn)
  const shown = useAppState(selectors.shownPictures)
  const phoneShows = useScreen((state) => state.phoneShows)
  if (noneOfOwn)
    return (
      <div className="scroll-y min-h-0 flex-1">
        <h2 className="sr-only">{t('pictures.title')}</h2>
        <div className="bg-canvas">
          <EmptyPictures />
        </div>
        {count > 0 ? <RankingContent /> : null}
      </div>
    )
  return (
    <>
      {count > 1 ? (
        <div className="flex shrink-0 items-center justify-center gap-1 border-b border-line p-1.5">
          <Segmented
            label={t('shell.show')}
            choices={[
              { value: 'picture', label: t('shell.onePicture') },
              { value: 'grid', label: t('shell.allPictures', { number: format.count(shown.length) }) },
            ]}
            value={phoneShows}
            onChange={(next) => {
              screen.setState({ phoneShows: next })
            }}
            className="w-full max-w-80"
          />
          <ExportMenu />
        </div>
      ) : null}
      {count > 1 && phoneShows === 'grid' ? (
        <div className="relative min-h-0 flex-1 bg-canvas">
          <h2 className="sr-only">{t('pictures.title')}</h2>
          <Part>
            <PictureList openOnPress />
          </Part>
        </div>
      ) : (
        <PictureAndRanking />
      )}
    </>
  )
}

/** One column: pictures and ranking first; tags rise from the bottom; what one does most is under the thumb. */
export const PhoneLayout = () => {
  const { t, format } = useWords()
  const screen = useScreenStore()
  const tags = useAppState((state) => state.tags.length)
  const open = useScreen(({ dialog }) => dialog === 'tags')
  const busy = useAppState(({ queue }) => queue.kind !== 'idle')
  return (
    <>
      <div className="group/middle relative flex min-h-0 flex-1 flex-col">
        <Part>
          <Content />
        </Part>
        <NoticeList narrow />
      </div>
      {busy ? <StatusBar /> : null}
      <nav
        aria-label={t('pictures.addPictures')}
        className="flex shrink-0 gap-2 border-t border-line bg-panel px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
      >
        <MenuButton label={t('pictures.addPictures')} useItems={useAddWays}>
          <Button data-adds-pictures variant="primary" size="large" className="flex-1">
            <ImagePlus size={16} strokeWidth={1.75} aria-hidden />
            <span>{t('pictures.addPictures')}</span>
          </Button>
        </MenuButton>
        <Button
          size="large"
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => {
            screen.setState({ dialog: 'tags' })
          }}
        >
          <Tags size={16} strokeWidth={1.75} aria-hidden />
          <span>{t('tags.title')}</span>
          <span className="text-muted tabular-nums">{format.count(tags)}</span>
        </Button>
      </nav>
    </>
  )
}

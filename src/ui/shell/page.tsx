import { useWidth } from '../primitives/use-media'
import { Announcer } from './status/announcer'
import { Dialogs } from './dialogs/dialogs'
import { DropOverlay, useWindowDrop } from './drop-overlay'
import { LinkLine } from './notices/link-line'
import { NoticeList } from './notices/notices'
import { PhoneLayout } from './layout/phone-layout'
import { TooltipLayer } from './tooltip-layer'
import { TopBar } from './top-bar/top-bar'
import { useKeptFocus } from './use-kept-focus'
import { usePageKeys } from './use-page-keys'
import { Part } from '../parts/part'
import { PicturesPanel } from '../pictures/pictures-panel'
import { RankingPanel } from '../ranking/ranking-panel'
import { LabelsPanel } from '../tasks/labels-panel'
import { ThreeColumns, TwoColumns } from './layout/columns'
import { StatusBar } from './status/status-bar'
import { useEffect } from 'react'

/**
 * Notes on the root whether the pointer or the keyboard was used last. Browsers show the ring of
 * `:focus-visible` also where a script moved focus after a click; `theme.css` hides it there.
 */
const useInputKind = (): void => {
  useEffect(() => {
    const listening = new AbortController()
    const options = { signal: listening.signal, capture: true, passive: true }
    const note = (kind: 'pointer' | 'keyboard') => () => {
      document.documentElement.dataset.input = kind
    }
    window.addEventListener('pointerdown', note('pointer'), options)
    window.addEventListener('keydown', note('keyboard'), options)
    return () => listening.abort()
  }, [])
}

/** The page where there is room for columns. */
const ColumnLayout = ({ wide }: { readonly wide: boolean }) => {
  const Columns = wide ? ThreeColumns : TwoColumns
  return (
    <>
      <Columns
        tags={
          <Part>
            <LabelsPanel />
          </Part>
        }
        pictures={
          <div className="group/middle relative min-h-0 min-w-0">
            <Part>
              <PicturesPanel />
            </Part>
            <NoticeList />
          </div>
        }
        ranking={
          <Part>
            <RankingPanel withPicture={wide} />
          </Part>
        }
      />
      <StatusBar />
    </>
  )
}

/** The whole page. */
export const Page = () => {
  const width = useWidth()
  const narrow = width === 'narrow'
  useInputKind()
  useWindowDrop()
  usePageKeys()
  useKeptFocus()
  return (
    <>
      <div className="flex h-full flex-col">
        <TopBar narrow={narrow} />
        <LinkLine />
        <main className="flex min-h-0 flex-1 flex-col">
          {narrow ? <PhoneLayout /> : <ColumnLayout wide={width === 'wide'} />}
        </main>
      </div>
      <Dialogs narrow={narrow} />
      <DropOverlay />
      <TooltipLayer />
      <Announcer />
    </>
  )
}

import type { ReactElement } from 'react'
import { Divider } from './divider'
import { useStoredSize, type SizeLimits } from './use-stored-size'
import { useWords } from '../../context/ui-context'

const TAGS: SizeLimits = { least: 220, most: 480, usual: 280 }
const RANKING: SizeLimits = { least: 280, most: 640, usual: 340 }
const SIDE: SizeLimits = { least: 280, most: 480, usual: 320 }
const STACK: SizeLimits = { least: 160, most: 1200, usual: 460 }

interface ColumnsProps {
  readonly tags: ReactElement
  readonly pictures: ReactElement
  readonly ranking: ReactElement
}

/**
 * Three columns, of which the outer two keep their width while the window grows. What stands in them is given
 * from outside, so that it is not drawn again with every pixel of a drag.
 */
export const ThreeColumns = ({ tags, pictures, ranking }: ColumnsProps) => {
  const { t } = useWords()
  const [tagsWidth, setTagsWidth] = useStoredSize('tags', TAGS)
  const [rankingWidth, setRankingWidth] = useStoredSize('ranking', RANKING)
  return (
    <div
      className="grid min-h-0 flex-1 grid-rows-1"
      style={{
        // Shares of the window keep the middle in sight where a wide window's widths were remembered.
        gridTemplateColumns: `min(${tagsWidth}px, 30vw) 1px minmax(0, 1fr) 1px min(${rankingWidth}px, 38vw)`,
      }}
    >
      {tags}
      <Divider
        label={t('shell.resizeTags')}
        between="columns"
        sized="before"
        size={tagsWidth}
        limits={TAGS}
        onChange={setTagsWidth}
      />
      {pictures}
      <Divider
        label={t('shell.resizeRanking')}
        between="columns"
        sized="after"
        size={rankingWidth}
        limits={RANKING}
        onChange={setRankingWidth}
      />
      {ranking}
    </div>
  )
}

/** Two columns: the ranking above the tags, so that a change of one is seen in the other. */
export const TwoColumns = ({ tags, pictures, ranking }: ColumnsProps) => {
  const { t } = useWords()
  const [sideWidth, setSideWidth] = useStoredSize('side', SIDE)
  const [rankingHeight, setRankingHeight] = useStoredSize('stack', STACK)
  return (
    <div
      className="grid min-h-0 flex-1 grid-rows-1"
      style={{ gridTemplateColumns: `minmax(0, 1fr) 1px min(${sideWidth}px, 50vw)` }}
    >
      {pictures}
      <Divider
        label={t('shell.resizeSide')}
        between="columns"
        sized="after"
        size={sideWidth}
        limits={SIDE}
        onChange={setSideWidth}
      />
      <div
        className="grid min-h-0 min-w-0 grid-cols-1"
        style={{ gridTemplateRows: `min(${rankingHeight}px, 58%) 1px minmax(0, 1fr)` }}
      >
        {ranking}
        <Divider
          label={t('shell.resizeStack')}
          between="rows"
          sized="before"
          size={rankingHeight}
          limits={STACK}
          onChange={setRankingHeight}
        />
        {tags}
      </div>
    </div>
  )
}

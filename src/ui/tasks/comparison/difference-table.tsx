import { useMemo, useState } from 'react'
import { comparedPictures, type Comparison } from '../../../core/tasks/comparison/compare-sheets'
import type { Picture } from '../../../state/app-state'
import type { Comparing } from '../../../state/tasks/comparison/comparing'
import { useAppState, usePlatform, useScreenStore } from '../../context/ui-context'
import { BlobImage } from '../../primitives/blob-image'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { Said } from './said'
import { useComparisonWords } from './use-comparing'

/** Rows at first, and with each press for more: drawing a thousand takes a second. */
const ROWS = 50

const FORMATS = ['csv', 'json'] as const

/** The pictures of the list by their bytes: the first of those with the same. */
const bySha256 = (pictures: readonly Picture[]): ReadonlyMap<string, Picture> =>
  new Map(
    pictures.toReversed().flatMap((picture) => {
      const sha256 = picture.phase.facts?.sha256
      return sha256 === undefined ? [] : [[sha256, picture] as const]
    }),
  )

interface DifferenceTableProps {
  readonly comparing: Comparing
  readonly comparison: Comparison
  readonly differOnly: boolean
  readonly onDifferOnly: (wanted: boolean) => void
  readonly onClose: () => void
}

/** Picture by picture what both say, those first that they differ on; a press shows one large, with both. */
export const DifferenceTable = (props: DifferenceTableProps) => {
  const { comparing, comparison, differOnly, onDifferOnly, onClose } = props
  const { t, format } = useComparisonWords()
  const { saveFile } = usePlatform()
  const screen = useScreenStore()
  const pictures = useAppState((state) => state.pictures)
  const [count, setCount] = useState(ROWS)
  const known = useMemo(() => bySha256(pictures), [pictures])
  const all = useMemo(() => comparedPictures(comparison, differOnly), [comparison, differOnly])
  const rows = all.slice(0, count)
  const inGrid = (sha256: string | null) => {
    const text = t(differOnly ? 'comparison.shownDiffer' : 'comparison.shownCompared')
    comparing.show(differOnly, text, sha256)
    onClose()
    const look =
      sha256 === null ? { large: false, phoneShows: 'grid' as const } : { large: true, beside: true }
    screen.setState(sha256 === null ? look : { ...look, phoneShows: 'picture' })
  }
  return (
    <section className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex items-center gap-2 touch:min-h-11">
          <input
            type="checkbox"
            checked={differOnly}
            onChange={({ target }) => {
              onDifferOnly(target.checked)
            }}
          />
          <span>{t('comparison.differOnly')}</span>
        </label>
        <Button
          size="small"
          disabled={all.length === 0}
          onClick={() => {
            inGrid(null)
          }}
        >
          {t('comparison.showInGrid')}
        </Button>
        {FORMATS.map((kind) => (
          <Button
            key={kind}
            size="small"
            variant="quiet"
            onClick={() => {
              const made = comparing.file(kind, differOnly)
              if (made) saveFile(made.file, made.name)
            }}
          >
            {t('comparison.save', { format: kind.toUpperCase() })}
          </Button>
        ))}
      </div>
      {all.length === 0 ? (
        <p className="text-muted">{t('comparison.noDifference')}</p>
      ) : (
        <table className="w-full table-fixed border-collapse text-start">
          <caption className="sr-only">{t('comparison.list')}</caption>
          <thead className="text-12 text-muted">
            <tr>
              <th scope="col" className="w-[34%] py-1.5 pe-3 text-start font-normal">
                {t('comparison.picture')}
              </th>
              {(['a', 'b'] as const).map((side) => (
                <th key={side} scope="col" className="px-2 py-1.5 text-start font-normal">
                  {t(`comparison.${side}Head`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ sha256, inA, inB, right }) => {
              const picture = known.get(sha256)
              if (!picture) return null
              const { name } = picture
              return (
                <tr key={sha256} className="border-t border-line">
                  <th scope="row" className="py-1 pe-3 text-start font-normal">
                    <button
                      type="button"
                      aria-label={t('comparison.open', { name })}
                      onClick={() => {
                        inGrid(sha256)
                      }}
                      className="flex w-full min-w-0 items-center gap-2 rounded-small text-start hover:bg-hover"
                    >
                      {picture.phase.facts ? (
                        <BlobImage
                          blob={picture.phase.facts.thumbnail}
                          alt=""
                          className="size-10 shrink-0 rounded-small object-cover"
                        />
                      ) : null}
                      <CutText text={name} className="max-sm:hidden" />
                    </button>
                  </th>
                  <td className="px-2 py-1">
                    <Said sheet={comparison.a} place={inA} right={right?.a ?? null} />
                  </td>
                  <td className="px-2 py-1">
                    <Said sheet={comparison.b} place={inB} right={right?.b ?? null} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {rows.length < all.length ? (
        <div className="flex items-center gap-3">
          <Button
            size="small"
            onClick={() => {
              setCount(count + ROWS)
            }}
          >
            {t('comparison.more')}
          </Button>
          <p className="text-12 text-muted tabular-nums">
            {t('comparison.shown', { shown: format.count(rows.length), total: format.count(all.length) })}
          </p>
        </div>
      ) : null}
    </section>
  )
}

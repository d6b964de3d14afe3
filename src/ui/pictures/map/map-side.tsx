import { useState } from 'react'
import { COLOURINGS, type Colouring, type ListMap } from '../../../core/desk/map/list-map'
import { map as words } from '../../../words/en/pictures/map'
import { wordModel } from '../../../state/model/current-model'
import { suggestions as suggestionWords } from '../../../words/en/pictures/suggestions'
import { useActions, useAppState, useWordsWith } from '../../context/ui-context'
import { useAttempt } from '../../parts/use-attempt'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { SelectField } from '../../primitives/fields/select-field'
import { useViews } from '../duplicates/use-views'
import { PointMark } from './point-mark'
import { useLabelOf, type MapKey } from './use-keys'

/** Keys that are named; the others are drawn all the same. */
const MOST_KEYS = 12

/** Words that a group is named by. */
const NAMES = 2

/** What the colours of points mean. */
const Legend = ({ keys }: { readonly keys: readonly MapKey[] }) => {
  const { t, format } = useWordsWith(words)
  const rest = keys.slice(MOST_KEYS)
  return (
    <ul aria-label={t('map.colours')} className="grid content-start gap-1 text-12">
      {keys.slice(0, MOST_KEYS).map(({ key, text, hue, count }) => (
        <li key={key} className="flex items-center gap-2">
          <PointMark hue={hue} />
          <CutText text={text} className="flex-1" />
          <span className="text-muted tabular-nums">{format.count(count)}</span>
        </li>
      ))}
      {rest.length > 0 ? <li className="text-muted">{t('map.moreKeys', { count: rest.length })}</li> : null}
    </ul>
  )
}

interface GroupsProps {
  readonly map: ListMap
  readonly onPoint: (group: number | null) => void
}

/** Words for each group, and how to have them found; `null` until they are. Another map has none at first. */
const useGroupNames = (map: ListMap) => {
  const { suggesting, showProblem } = useActions()
  const attempt = useAttempt()
  const [named, setNamed] = useState<{
    readonly map: ListMap
    readonly names: readonly (readonly string[])[] | null
  } | null>(null)
  const find = async () => {
    const suggestions = await suggesting.load()
    setNamed({ map, names: null })
    const groups = map.groups.map((_, group) => [...map.rows].filter((_row, at) => map.groupOf[at] === group))
    const outcome = await suggestions.nameGroups(groups, NAMES, new AbortController().signal)
    setNamed(outcome.kind === 'done' ? { map, names: outcome.value } : null)
    if (outcome.kind === 'failed') showProblem(outcome.error, () => void attempt(find))
  }
  const own = named?.map === map ? named : null
  return {
    names: own?.names ?? null,
    isNaming: own !== null && own.names === null,
    find: () => void attempt(find),
  }
}

/** The same points as groups of what looks alike, each of which the grid shows. */
const Groups = ({
  map,
  onPoint,
  names,
}: GroupsProps & { readonly names: readonly (readonly string[])[] | null }) => {
  const { t, format } = useWordsWith(words)
  const views = useViews()
  const labelOf = useLabelOf()
  return (
    <ol aria-label={t('map.groups')} className="-mx-1.5 grid">
      {map.groups.map(({ count, leading }, group) => {
        const known = leading ? labelOf(leading.label) : { text: t('map.noTag'), hue: null }
        const seen = format.list(names?.[group] ?? [])
        const text = seen === '' ? known.text : leading ? `${known.text} (${seen})` : seen
        const { hue } = known
        const point = () => {
          onPoint(group)
        }
        const leave = () => {
          onPoint(null)
        }
        return (
          <li key={group}>
            <button
              type="button"
              onPointerEnter={point}
              onPointerLeave={leave}
              onFocus={point}
              onBlur={leave}
              onClick={() => {
                views.showInGrid(
                  [...map.rows].filter((_, at) => map.groupOf[at] === group),
                  t('map.groupOf', { tag: text }),
                )
              }}
              className="flex min-h-8 w-full items-center gap-2 rounded-control px-1.5 text-start text-13 hover:bg-hover touch:min-h-11"
            >
              <PointMark hue={hue} />
              <CutText text={text} className="flex-1" />
              <span className="text-12 text-muted tabular-nums">{format.count(count)}</span>
              {leading ? (
                <span className="sr-only">
                  {t('map.ofThem', { share: format.spokenPercent(leading.count / count) })}
                </span>
              ) : null}
            </button>
          </li>
        )
      })}
    </ol>
  )
}

interface MapSideProps extends GroupsProps {
  readonly keys: readonly MapKey[]
  readonly colouring: Colouring
  readonly onColouring: (colouring: Colouring) => void
}

/** Beside the points: by what they are coloured, and the groups that they make. */
export const MapSide = ({ map, onPoint, keys, colouring, onColouring }: MapSideProps) => {
  const { t } = useWordsWith(words)
  const { t: tell } = useWordsWith(suggestionWords)
  const readsWords = useAppState(({ model }) => wordModel(model) !== null)
  const { names, isNaming, find } = useGroupNames(map)
  return (
    <div className="scroll-y grid max-h-2/5 shrink-0 grid-cols-2 content-start gap-x-6 gap-y-3 border-t border-line bg-panel p-3 @xl:max-h-none @xl:w-52 @xl:grid-cols-1 @xl:border-s @xl:border-t-0">
      <div className="col-span-full flex">
        <SelectField
          label={t('map.colourBy')}
          value={colouring}
          choices={COLOURINGS.map((value) => ({ value, label: t(`map.by.${value}`) }))}
          onChange={onColouring}
        />
      </div>
      {keys.length > 0 ? (
        <Legend keys={keys} />
      ) : (
        <p className="text-12 text-muted">{t(`map.nothing.${colouring}`)}</p>
      )}
      <div className="grid content-start gap-1">
        <h3 className="text-12 font-semibold text-muted">{t('map.groups')}</h3>
        {readsWords ? (
          <Button
            size="small"
            className="h-auto! min-h-7 justify-self-start py-1 text-start whitespace-normal! touch:min-h-10"
            aria-disabled={isNaming || names !== null}
            onClick={isNaming || names !== null ? undefined : find}
          >
            {tell(isNaming ? 'suggestions.naming' : 'suggestions.nameGroups')}
          </Button>
        ) : null}
        <Groups map={map} onPoint={onPoint} names={names} />
      </div>
    </div>
  )
}

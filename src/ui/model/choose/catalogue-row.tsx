import type { Bytes } from '../../../core/brands'
import { choiceOf } from '../../../core/model/model-choice'
import type { CatalogueModel } from '../../../core/model/catalogue/catalogue-model'
import { hubSource, modelNames } from '../../../core/model/catalogue/model-names'
import { useActions, useAppState } from '../../context/ui-context'
import { useModelWords } from '../texts/use-model-words'

interface ChooseRowProps {
  readonly name: string
  /** What it is good for. */
  readonly text: string
  /** In percent; `null` where none is published. */
  readonly accuracy: number | null
  readonly size: string
  /** Whether it is here already, or in use. */
  readonly note: string | null
  readonly onChoose: () => void
}

/** One model to choose, as one button. */
export const ChooseRow = ({ name, text, accuracy, size, note, onChoose }: ChooseRowProps) => {
  const { t, format } = useModelWords()
  return (
    <li>
      <button
        type="button"
        onClick={onChoose}
        className="grid w-full grid-cols-[minmax(0,1fr)_auto] gap-x-4 rounded-control px-2 py-1.5 text-start transition-colors duration-100 select-none hover:bg-hover focus-visible:-outline-offset-2 active:bg-pressed touch:py-2.5"
      >
        <span className="flex min-w-0 items-baseline gap-2 font-medium">
          <span>{name}</span>
          {note === null ? null : (
            <span className="rounded-small bg-accent-soft px-1.5 text-12 font-medium whitespace-nowrap text-accent">
              {note}
            </span>
          )}
        </span>
        <span className="text-end tabular-nums">
          {accuracy === null ? null : (
            <>
              <span className="sr-only">
                {t('model.accuracySpoken', { percent: format.decimal(accuracy, 1) })}
              </span>
              <span aria-hidden>{t('units.percent', { value: format.decimal(accuracy, 1) })}</span>
            </>
          )}
        </span>
        <span className="min-w-0 text-12 text-pretty text-muted">{text}</span>
        <span className="text-end text-12 whitespace-nowrap text-muted tabular-nums">{size}</span>
      </button>
    </li>
  )
}

interface CatalogueRowProps {
  readonly model: Pick<CatalogueModel, 'id' | 'goodFor' | 'imageNet'>
  /** As estimated, in bytes. */
  readonly size: Bytes
  readonly state: 'absent' | 'begun' | 'stored' | 'in use'
}

/** An estimate is no better than this. */
const MEGABYTE = 1e6

const notes = { absent: null, begun: 'model.begun', stored: 'model.stored', 'in use': 'model.inUse' } as const

/** A model of a catalogue; a press asks what it takes, and loads it where it is here. */
export const CatalogueRow = ({ model, size, state }: CatalogueRowProps) => {
  const { t, format } = useModelWords()
  const { chooseModel } = useActions()
  const host = useAppState(({ settings }) => settings.modelHost)
  const { id, goodFor, imageNet } = model
  const note = notes[state]
  return (
    <ChooseRow
      name={modelNames.get(id) ?? id}
      text={t(`model.goodFor.${goodFor}`)}
      accuracy={imageNet.value}
      size={t('model.aboutSize', { size: format.bytes(Math.round(size / MEGABYTE) * MEGABYTE) })}
      note={note && t(note)}
      onChoose={() => void chooseModel(choiceOf(hubSource(host, id)))}
    />
  )
}

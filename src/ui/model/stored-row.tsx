import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { begunProgress, isBegun } from '../../core/model/begun-download'
import { sourceKey } from '../../core/model/model-source'
import type { StoredModel } from '../../core/model/stored-model'
import { answeringModel } from '../../state/current-model'
import { Button } from '../primitives/button'
import { CutText } from '../primitives/cut-text'
import { formatBytes } from '../primitives/format'
import { IconButton } from '../primitives/icon-button'
import { useActions, useAppState, usePlatform } from '../ui-context'
import { formatAgo } from './format-ago'
import { hostOfSource, nameOfSource } from './model-name'
import { words } from './words'

const describe = (model: StoredModel): string => {
  if (isBegun(model)) {
    const { loaded, total } = begunProgress(model)
    return words.begunText(words.ofTotal(loaded, total))
  }
  const parts = [
    formatBytes(model.size),
    model.dtypes.join(', '),
    words.lastUsed(formatAgo(model.usedAt, Date.now())),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** A pack's file name: of the model's, what every system takes as one. */
const packName = (model: StoredModel): string =>
  `${nameOfSource(model.source).replace(/[^\w.-]+/g, '-')}.taglens-model.zip`

/** A model on this device: load it or go on with it, take it elsewhere, delete it. */
export const StoredRow = ({ model }: { readonly model: StoredModel }) => {
  const { chooseModel, loadModel, exportModel, removeModel } = useActions()
  const { saveFile } = usePlatform()
  const chosen = useAppState(({ settings }) => settings.chosenModel)
  const inUse = useAppState((state) => {
    const answering = answeringModel(state.model)
    return answering !== null && sourceKey(answering.choice.source) === model.key
  })
  const [asking, setAsking] = useState(false)
  const name = nameOfSource(model.source)

  const load = async () => {
    // What was agreed to goes on with the same files; anything else is weighed first.
    const choice = chosen && sourceKey(chosen.source) === model.key ? chosen : null
    if (choice) await loadModel(choice.source, choice)
    else await chooseModel({ source: model.source, dtype: 'auto', device: 'auto' })
  }
  const save = async () => {
    const pack = await exportModel(model.key)
    if (pack) saveFile(pack, packName(model))
  }

  if (asking)
    return (
      <li className="my-1 rounded-control bg-danger-soft px-2 py-2">
        <p className="pb-2 text-pretty">
          {hostOfSource(model.source) === null
            ? words.removeAskOwn(name)
            : words.removeAsk(name, formatBytes(model.size))}
        </p>
        <div className="flex gap-2">
          <Button size="small" variant="danger" onClick={() => void removeModel(model.key)}>
            {words.removeYes}
          </Button>
          <Button
            size="small"
            // The question came at a press that its own button took away.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            onClick={() => {
              setAsking(false)
            }}
          >
            {words.removeNo}
          </Button>
        </div>
      </li>
    )
  return (
    <li className="flex items-center gap-1 py-1.5 pl-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <CutText text={name} />
        </p>
        <p className="text-12 text-muted tabular-nums">{describe(model)}</p>
      </div>
      {inUse ? (
        <span className="shrink-0 px-2 text-12 text-muted">{words.inUse}</span>
      ) : (
        <Button size="small" onClick={() => void load()}>
          {isBegun(model) ? words.resumeShort : words.load}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
      <IconButton
        icon={Download}
        label={words.export(name)}
        disabled={isBegun(model)}
        onClick={() => void save()}
      />
      <IconButton
        icon={Trash2}
        label={words.remove(name)}
        onClick={() => {
          setAsking(true)
        }}
      />
    </li>
  )
}

import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { choiceOf } from '../../../core/model/model-choice'
import { begunProgress, isBegun, mayBeRenewed } from '../../../core/model/stored/begun-download'
import { sourceKey } from '../../../core/model/model-source'
import type { StoredModel } from '../../../core/model/stored/stored-model'
import { answeringModel } from '../../../state/model/current-model'
import { Button } from '../../primitives/button'
import { CutText } from '../../primitives/cut-text/cut-text'
import { QuestionInPlace } from '../../primitives/question-in-place'
import { IconButton } from '../../primitives/icon-button'
import { useActions, useAppState, usePlatform } from '../../context/ui-context'
import { amountOf } from '../texts/amount-of'
import { hostOfSource, nameOfSource } from '../texts/model-name'
import { type ModelWording, useModelWords } from '../texts/use-model-words'

const describe = (words: ModelWording, model: StoredModel): string => {
  const { t, format } = words
  if (isBegun(model)) {
    const { loaded, total } = begunProgress(model)
    return t('model.begunText', { amount: amountOf(words, loaded, total) })
  }
  const parts = [
    format.bytes(model.size),
    model.dtypes.join(', '),
    model.kept === false
      ? t('model.notKept')
      : t('model.lastUsed', { when: format.ago(model.usedAt, Date.now()) }),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** What files of the person's own say that they are, and the way to have it confirmed: their host is asked. */
const ClaimNote = ({ model: { source, claim } }: { readonly model: StoredModel }) => {
  const { t } = useModelWords()
  const { chooseModel } = useActions()
  const modelHost = useAppState(({ settings }) => settings.modelHost)
  if (!claim) return <p className="text-12 text-muted">{t('model.ownFile')}</p>
  const host = hostOfSource(claim.source) ?? ''
  // A pack may name any host; the one that models come from anyway is asked, and no other.
  const canAsk = claim.source.kind === 'hub' && claim.source.host === modelHost
  return (
    <p className="text-12 break-words text-muted">
      <span>{`${t('model.ownFile')} · `}</span>
      <bdi>{t('model.claims', { name: nameOfSource(claim.source), host })}</bdi>
      {canAsk ? (
        <>
          <span> · </span>
          <button
            type="button"
            className="underline underline-offset-2 hover:text-text"
            aria-label={t('model.askClaimed', { host, name: nameOfSource(source) })}
            onClick={() => void chooseModel(choiceOf(claim.source))}
          >
            {t('model.askClaimedShort', { host })}
          </button>
        </>
      ) : null}
    </p>
  )
}

/** The way to a newer commit: its host is asked, and tells what it would take. */
const RenewNote = ({ model }: { readonly model: StoredModel }) => {
  const { t } = useModelWords()
  const { askForNewer } = useActions()
  return (
    <p className="text-12 text-muted">
      {model.updating ? <span>{t('model.updateBegun')}</span> : null}
      {model.updating ? <span> </span> : null}
      <button
        type="button"
        className="underline underline-offset-2 hover:text-text"
        aria-label={t('model.askNewerNamed', { name: nameOfSource(model.source) })}
        onClick={() => void askForNewer(model.key)}
      >
        {t('model.askNewer')}
      </button>
    </p>
  )
}

/** A pack's file name: of the model's, what every system takes as one. */
const packName = (model: StoredModel): string =>
  `${nameOfSource(model.source).replace(/[^\w.-]+/g, '-')}.taglens-model.zip`

/** A model on this device: load it or go on with it, take it elsewhere, delete it. */
export const StoredRow = ({ model }: { readonly model: StoredModel }) => {
  const words = useModelWords()
  const { t, format } = words
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
    else await chooseModel(choiceOf(model.source))
  }
  const save = async () => {
    const pack = await exportModel(model.key)
    if (pack) saveFile(pack, packName(model))
  }

  if (asking)
    return (
      <li className="my-1">
        <QuestionInPlace
          question={
            hostOfSource(model.source) === null
              ? t('model.removeAskOwn', { name })
              : t('model.removeAsk', { name, size: format.bytes(model.size) })
          }
          yes={t('model.removeYes')}
          no={t('model.removeNo')}
          onYes={() => void removeModel(model.key)}
          onNo={() => {
            setAsking(false)
          }}
        />
      </li>
    )
  return (
    <li className="flex items-center gap-1 py-1.5 ps-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          <CutText text={name} />
        </p>
        <p className="text-12 text-muted tabular-nums">{describe(words, model)}</p>
        {model.source.kind === 'disk' ? <ClaimNote model={model} /> : null}
        {mayBeRenewed(model) ? <RenewNote model={model} /> : null}
      </div>
      {inUse ? (
        <span className="shrink-0 px-2 text-12 text-muted">{t('model.inUse')}</span>
      ) : (
        <Button size="small" onClick={() => void load()}>
          <span>{isBegun(model) ? t('model.resumeShort') : t('model.load')}</span>
          <span className="sr-only">{` ${name}`}</span>
        </Button>
      )}
      <IconButton
        icon={Download}
        label={t('model.export', { name })}
        disabled={isBegun(model) || model.kept === false}
        onClick={() => void save()}
      />
      <IconButton
        icon={Trash2}
        label={t('model.remove', { name })}
        onClick={() => {
          setAsking(true)
        }}
      />
    </li>
  )
}

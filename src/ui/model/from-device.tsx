import { Button } from '../primitives/button'
import { Disclosure } from '../primitives/disclosure'
import { useActions, usePlatform, useWords } from '../ui-context'
import { TransferNote } from './transfer-note'

/** A model of the person's own files. */
export const FromDevice = () => {
  const { t } = useWords()
  const { importModel } = useActions()
  const { pickFolder, pickModelFiles } = usePlatform()
  const take = async (ask: () => Promise<readonly File[]>) => {
    const files = await ask()
    if (files.length > 0) await importModel(files)
  }
  return (
    <Disclosure title={t('model.ownTitle')} summary={t('model.ownSummary')}>
      <p className="pb-3 text-12 text-pretty text-muted">{t('model.ownText')}</p>
      <div className="flex flex-wrap gap-2">
        {pickFolder ? <Button onClick={() => void take(pickFolder)}>{t('model.chooseFolder')}</Button> : null}
        <Button onClick={() => void take(pickModelFiles)}>{t('model.chooseFiles')}</Button>
      </div>
      <TransferNote />
    </Disclosure>
  )
}

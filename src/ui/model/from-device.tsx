import { Button } from '../primitives/button'
import { Disclosure } from '../primitives/disclosure'
import { useActions, usePlatform } from '../ui-context'
import { TransferNote } from './transfer-note'
import { words } from './words'

/** A model of the person's own files. */
export const FromDevice = () => {
  const { importModel } = useActions()
  const { pickFolder, pickModelFiles } = usePlatform()
  const take = async (ask: () => Promise<readonly File[]>) => {
    const files = await ask()
    if (files.length > 0) await importModel(files)
  }
  return (
    <Disclosure title={words.ownTitle} summary={words.ownSummary}>
      <p className="pb-3 text-12 text-pretty text-muted">{words.ownText}</p>
      <div className="flex flex-wrap gap-2">
        {pickFolder ? <Button onClick={() => void take(pickFolder)}>{words.chooseFolder}</Button> : null}
        <Button onClick={() => void take(pickModelFiles)}>{words.chooseFiles}</Button>
      </div>
      <TransferNote />
    </Disclosure>
  )
}

import { useId, useState } from 'react'
import { readTypedAddress } from '../../../core/incoming/find-addresses'
import { incoming } from '../../../words/en/pictures/incoming'
import { Button } from '../../primitives/button'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { useActions, useWordsWith } from '../../context/ui-context'

const focus = (field: HTMLTextAreaElement | null) => {
  field?.focus()
}

/** Where the address of a picture on the web is typed, or several. */
export const AddressDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWordsWith(incoming)
  const { t } = words
  const { takeAddresses } = useActions()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const hintId = useId()

  const add = () => {
    const lines = text.split('\n').map((line) => line.trim())
    const wordsOf = (line: string) => line.split(/\s+/).filter((word) => word !== '')
    const unread = lines.find((line) => wordsOf(line).some((word) => readTypedAddress(word) === null))
    const addresses = lines.flatMap(wordsOf).map(readTypedAddress)
    setWrong(unread ?? null)
    if (unread !== undefined || addresses.length === 0) return
    takeAddresses(
      addresses.filter((address) => address !== null),
      'pictures',
    )
    onClose()
  }
  return (
    <DialogFrame title={words.t('pictures.address')} shape="dialog" onClose={onClose}>
      <form
        className="grid gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <label className="grid gap-1.5">
          <span>{t('incoming.addressText')}</span>
          <textarea
            ref={focus}
            rows={3}
            dir="ltr"
            inputMode="url"
            spellCheck={false}
            autoCapitalize="off"
            placeholder="https://"
            value={text}
            aria-invalid={wrong !== null}
            aria-describedby={hintId}
            onChange={({ target }) => {
              setText(target.value)
              setWrong(null)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              add()
            }}
            className="w-full rounded-control border border-control bg-card px-2.5 py-1.5 text-13 focus-visible:-outline-offset-1 touch:text-16"
          />
        </label>
        <p id={hintId} aria-live="polite" className="min-h-9 text-12">
          {wrong === null ? (
            <span className="text-muted">{t('incoming.addressHint')}</span>
          ) : (
            <span className="break-words text-danger">{t('incoming.addressWrong', { text: wrong })}</span>
          )}
        </p>
        <Button type="submit" variant="primary" className="justify-self-end">
          {t('incoming.addressAdd')}
        </Button>
      </form>
    </DialogFrame>
  )
}

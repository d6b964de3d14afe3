import { useState, type SubmitEvent } from 'react'
import { toClassifierName } from '../../../../core/tasks/own/versions/classifier-name'
import { useActions, useAppState, usePlatform } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { Button } from '../../../primitives/button'
import { TextField } from '../../../primitives/fields/text-field'
import { useOwnWords } from '../use-own-words'

/** A link that opens the classifier of that name in this browser. */
const linkTo = (name: string): string =>
  new URL(`?classifier=${encodeURIComponent(name)}`, document.baseURI).href

/** Keeps the classifier under a name, and has the link to each that is kept so. */
export const NameSection = () => {
  const { t } = useOwnWords()
  const { marking } = useActions()
  const platform = usePlatform()
  const attempt = useAttempt()
  const versions = useAppState(({ ownVersions }) => ownVersions)
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const names = versions.flatMap(({ name }) => name ?? []).toReversed()
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void attempt(async () => {
      const name = (await marking.load()).keepNamed(typed)
      if (name === null) setNote(t(toClassifierName(typed) === null ? 'own.notNamed' : 'own.notYet'))
      else {
        setNote(t('own.named', { name }))
        setTyped('')
      }
    })
  }
  const copy = async (name: string) => {
    const link = linkTo(name)
    const copied = await platform.copyText(link)
    setNote(copied ? t('own.linkCopied', { name }) : t('own.linkNotCopied', { link }))
  }
  return (
    <section className="grid max-w-prose gap-1.5">
      <h3 className="font-semibold">{t('own.name')}</h3>
      <p className="text-muted">{t('own.nameHow')}</p>
      <form onSubmit={onSubmit} className="flex flex-wrap gap-2">
        <TextField
          aria-label={t('own.nameField')}
          placeholder={t('own.nameField')}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
          }}
          className="min-w-0 flex-1 basis-40"
        />
        <Button type="submit" disabled={typed.trim() === ''}>
          {t('own.nameKeep')}
        </Button>
      </form>
      <p role="status" className="min-h-5 break-words text-12 text-muted">
        {note}
      </p>
      {names.length > 0 ? (
        <ul>
          {names.map((name) => (
            <li key={name} className="flex flex-wrap items-center gap-2 border-t border-line py-1.5">
              <span className="min-w-0 grow truncate">{name}</span>
              <Button
                size="small"
                aria-label={t('own.copyLinkOf', { name })}
                onClick={() => void attempt(() => copy(name))}
              >
                {t('own.copyLink')}
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('own.removeNameOf', { name })}
                onClick={() =>
                  void attempt(async () => {
                    ;(await marking.load()).removeName(name)
                  })
                }
              >
                {t('own.removeName')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

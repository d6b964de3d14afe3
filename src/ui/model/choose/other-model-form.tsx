import { useId, useState, type SyntheticEvent } from 'react'
import { choiceOf } from '../../../core/model/model-choice'
import { DEFAULT_HUB_ID } from '../../../core/model/catalogue/model-names'
import { Button } from '../../primitives/button'
import { Disclosure } from '../../primitives/disclosure'
import { Segmented } from '../../primitives/fields/segmented'
import { TextField } from '../../primitives/fields/text-field'
import { useActions, useAppState } from '../../context/ui-context'
import { readHubModel, readModelAddress } from './read-source'
import { useModelWords } from '../texts/use-model-words'

/** Any model of the same layout, by its name on the hub or the address of its folder. */
export const OtherModelForm = () => {
  const { t } = useModelWords()
  const { chooseModel } = useActions()
  const host = useAppState(({ settings }) => settings.modelHost)
  const [kind, setKind] = useState<'hub' | 'url'>('hub')
  const [typed, setTyped] = useState({ hub: '', url: '', revision: '' })
  const [refused, setRefused] = useState(false)
  const id = useId()
  const hub = kind === 'hub'

  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change })
    setRefused(false)
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const source = hub
      ? readHubModel({ id: typed.hub, revision: typed.revision, host })
      : readModelAddress(typed.url)
    setRefused(source === null)
    if (source) void chooseModel(choiceOf(source))
  }
  return (
    <Disclosure title={t('model.otherTitle')} summary={t('model.otherSummary')}>
      <form onSubmit={onSubmit}>
        <Segmented
          label={t('model.source')}
          choices={[
            { value: 'hub', label: t('model.sources.hub') },
            { value: 'url', label: t('model.sources.url') },
          ]}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setRefused(false)
          }}
          className="flex w-full"
        />
        <label htmlFor={id} className="block pt-3 pb-1 text-12 text-muted">
          {hub ? t('model.hubField') : t('model.urlField')}
        </label>
        <TextField
          id={id}
          dir="ltr"
          inputMode={hub ? 'text' : 'url'}
          placeholder={hub ? DEFAULT_HUB_ID : 'https://'}
          value={typed[kind]}
          aria-invalid={refused}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => {
            type({ [kind]: target.value })
          }}
        />
        <p id={`${id}-note`} aria-live="polite" className="min-h-6 pt-1 text-12 text-muted">
          {refused ? (
            <span className="font-medium text-danger">{hub ? t('model.badId') : t('model.badUrl')}</span>
          ) : hub ? (
            t('model.hubHint')
          ) : null}
        </p>
        <div className="flex items-end justify-between gap-3 pt-1.5">
          {hub ? (
            <div className="min-w-0 flex-1">
              <label htmlFor={`${id}-revision`} className="block pb-1 text-12 text-muted">
                {t('model.revisionField')}
              </label>
              <TextField
                id={`${id}-revision`}
                dir="ltr"
                placeholder="main"
                value={typed.revision}
                onChange={({ target }) => {
                  type({ revision: target.value })
                }}
              />
            </div>
          ) : (
            <span />
          )}
          <Button type="submit">{t('model.goOn')}</Button>
        </div>
      </form>
    </Disclosure>
  )
}

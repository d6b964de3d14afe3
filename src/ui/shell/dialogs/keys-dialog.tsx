import { Fragment, useState } from 'react'
import { keyHelp } from '../../../words/en/keys/help'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { keyName } from '../../primitives/key-name'
import { type KeyHelp, keyList } from './key-list'
import { questionMarkWorks, setQuestionMark } from '../use-page-keys'
import { useWords, useWordsWith } from '../../context/ui-context'
import { AboutButton } from './about-dialog'

/** What goes forward in a list that is read from left to right goes back in one read from right to left. */
const MIRRORED: Readonly<Record<string, string>> = { '←': '→', '→': '←' }

const Keys = ({ keys }: Pick<KeyHelp, 'keys'>) => {
  const words = useWordsWith(keyHelp)
  const { t, direction } = words
  return (
    <dd className="flex flex-wrap items-center justify-end gap-1.5">
      {keys.map((together, i) => (
        <Fragment key={together.join('+')}>
          {i > 0 ? <span className="sr-only">{t('keys.or')}</span> : null}
          <span dir="ltr" className="flex gap-0.5">
            {together.map((key) => (
              <kbd
                key={key}
                className="min-w-6 rounded-small border border-line bg-panel px-1.5 text-center font-sans text-12 leading-5.5"
              >
                {keyName(words, direction === 'rtl' ? (MIRRORED[key] ?? key) : key)}
              </kbd>
            ))}
          </span>
        </Fragment>
      ))}
    </dd>
  )
}

const QuestionMarkSwitch = () => {
  const { t } = useWords()
  const [works, setWorks] = useState(questionMarkWorks)
  return (
    <label className="flex gap-2.5 border-t border-line pt-4">
      <input
        type="checkbox"
        checked={works}
        onChange={({ target }) => {
          setWorks(target.checked)
          setQuestionMark(target.checked)
        }}
        className="mt-0.5 size-4 shrink-0 touch:size-5"
      />
      <span>
        <span>{t('shell.questionMark')}</span>
        <span className="block text-12 text-muted">{t('shell.questionMarkText')}</span>
      </span>
    </label>
  )
}

/** Every key of the page. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWordsWith(keyHelp)
  return (
    <DialogFrame title={t('shell.keys')} shape="dialog" onClose={onClose}>
      <div className="grid gap-5 p-4">
        {keyList.map(({ title, keys }) => (
          <div key={title}>
            <h3 className="pb-1.5 text-12 font-semibold text-muted">{t(title)}</h3>
            <dl>
              {keys.map(({ keys: combinations, does }) => (
                <div
                  key={does}
                  className="flex items-center justify-between gap-4 border-t border-line py-1.5 first:border-t-0"
                >
                  <dt>{t(does)}</dt>
                  <Keys keys={combinations} />
                </div>
              ))}
            </dl>
          </div>
        ))}
        <QuestionMarkSwitch />
        <AboutButton />
      </div>
    </DialogFrame>
  )
}

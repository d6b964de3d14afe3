import { Fragment } from 'react'
import { DialogFrame } from '../primitives/dialog-frame'
import { keyList, type KeyHelp } from './key-list'
import { words } from './words'

const Keys = ({ keys }: Pick<KeyHelp, 'keys'>) => (
  <dd className="flex flex-wrap items-center justify-end gap-1.5">
    {keys.map((together, i) => (
      <Fragment key={together.join('+')}>
        {i > 0 ? <span className="sr-only">or</span> : null}
        <span className="flex gap-0.5">
          {together.map((key) => (
            <kbd
              key={key}
              className="min-w-6 rounded-small border border-line bg-panel px-1.5 text-center font-sans text-12 leading-5.5"
            >
              {key}
            </kbd>
          ))}
        </span>
      </Fragment>
    ))}
  </dd>
)

/** Every key of the page. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <DialogFrame title={words.keys} shape="dialog" onClose={onClose}>
    <div className="grid gap-5 p-4">
      {keyList.map(({ title, keys }) => (
        <div key={title}>
          <h3 className="pb-1.5 text-12 font-semibold text-muted">{title}</h3>
          <dl>
            {keys.map(({ keys: combinations, does }) => (
              <div
                key={does}
                className="flex items-center justify-between gap-4 border-t border-line py-1.5 first:border-t-0"
              >
                <dt>{does}</dt>
                <Keys keys={combinations} />
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  </DialogFrame>
)

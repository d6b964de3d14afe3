import { modelFor } from '../../../state/model/current-model'
import { shareQuery } from '../../../state/tasks/late-tasks'
import { CopyButton } from '../../primitives/copy-button'
import { Swatch } from '../../primitives/swatch'
import { TagCount } from '../../tags/tag-count'
import { useApp, useAppState } from '../../context/ui-context'
import { useLabelWords } from './use-label-words'

/** Puts a link on the clipboard that opens the page with the same classifier. */
const CopyLink = () => {
  const { t } = useLabelWords()
  const { store } = useApp()
  const link = () => new URL(`?${shareQuery(store.getState())}`, document.baseURI).href
  return (
    <div className="px-3 pb-3">
      <CopyButton label={t('labels.copyLink')} text={link} />
    </div>
  )
}

/** What a classifier's labels come down to, or those that it found, with how many pictures each has. */
export const CategoriesPanel = () => {
  const { t } = useLabelWords()
  const { selectors } = useApp()
  const model = useAppState((state) => modelFor(state.model, 'fixed-labels'))
  const found = useAppState(selectors.filterLabels)
  if (!model) return null
  const own = model.categories === null
  return (
    <>
      {own ? (
        <div className="p-3 pb-0">
          <p className="font-medium">{t('labels.ownLabels', { count: model.labels.length })}</p>
          <p className="pt-1 text-12 text-pretty text-muted">{t('labels.ownLabelsText')}</p>
        </div>
      ) : null}
      {/* The role is said aloud, since Safari takes it from lists without bullets. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" aria-label={t(own ? 'labels.found' : 'labels.categories')} className="py-1.5">
        {found.map(({ id, text, hue }) => (
          <li key={id} className="flex h-9 items-center gap-2.5 px-3 touch:h-11">
            <Swatch hue={hue} />
            <span dir="auto" data-tip={text} className="min-w-0 flex-1 truncate text-14">
              {text}
            </span>
            <TagCount tagId={id} tabIndex={0} onKeyDown={() => undefined} />
          </li>
        ))}
      </ul>
      {own ? null : <p className="px-3 pb-3 text-12 text-pretty text-muted">{t('labels.mapping')}</p>}
      <CopyLink />
    </>
  )
}

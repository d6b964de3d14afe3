import { CATEGORIES } from '../../core/imagenet/category'
import { fixedLabelModel } from '../../state/current-model'
import { categoryHue, categoryId } from '../../state/fixed-label-selectors'
import { shareQuery } from '../../state/share-link'
import { CopyButton } from '../primitives/copy-button'
import { Swatch } from '../primitives/swatch'
import { TagCount } from '../tags/tag-count'
import { useApp, useAppState, useWords } from '../ui-context'

/** Puts a link on the clipboard that opens the page with the same classifier. */
const CopyLink = () => {
  const { t } = useWords()
  const { store } = useApp()
  const link = () => new URL(`?${shareQuery(store.getState())}`, document.baseURI).href
  return (
    <div className="px-3 pb-3">
      <CopyButton label={t('labels.copyLink')} text={link} />
    </div>
  )
}

/** What a classifier's labels come down to, with how many pictures each has. */
export const CategoriesPanel = () => {
  const { t } = useWords()
  const model = useAppState((state) => fixedLabelModel(state.model))
  if (!model) return null
  if (model.imagenet === null)
    return (
      <>
        <div className="p-3">
          <p className="font-medium">{t('labels.ownLabels', { count: model.labels.length })}</p>
          <p className="pt-1 text-12 text-pretty text-muted">{t('labels.ownLabelsText')}</p>
        </div>
        <CopyLink />
      </>
    )
  return (
    <>
      {/* The role is said aloud, since Safari takes it from lists without bullets. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
      <ul role="list" aria-label={t('labels.categories')} className="py-1.5">
        {CATEGORIES.map((category) => (
          <li key={category} className="flex h-9 items-center gap-2.5 px-3 touch:h-11">
            <Swatch hue={categoryHue(category)} />
            <span className="min-w-0 flex-1 truncate text-14">{category}</span>
            <TagCount tagId={categoryId(category)} tabIndex={0} onKeyDown={() => undefined} />
          </li>
        ))}
      </ul>
      <p className="px-3 pb-3 text-12 text-pretty text-muted">{t('labels.mapping')}</p>
      <CopyLink />
    </>
  )
}

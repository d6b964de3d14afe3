import { mayShareOrigin } from '../../core/site/shared-origin'
import { useWords } from '../ui-context'

/** What a shared origin means, where the app is on one, and the way out. */
export const SharedOrigin = () => {
  const { t } = useWords()
  const { hostname, origin, pathname } = new URL(document.baseURI)
  if (!mayShareOrigin(hostname, pathname.replace(/[^/]*$/, ''))) return null
  return (
    <section aria-label={t('privacy.shared')} className="flex flex-col gap-1">
      <h3 className="text-13 font-semibold">{t('privacy.shared')}</h3>
      <p className="text-pretty break-words">{t('privacy.sharedText', { origin })}</p>
      <p className="text-pretty text-12 text-muted">{t('privacy.sharedWayOut')}</p>
    </section>
  )
}

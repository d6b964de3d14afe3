import { Button } from '../primitives/button'
import { CutText } from '../primitives/cut-text/cut-text'
import { useSite, useSiteState, useWords } from '../ui-context'

/** The sites that the person has let use the engine; nothing where there are none. */
export const AllowedSites = () => {
  const { t } = useWords()
  const { removeOrigin } = useSite().actions
  const origins = useSiteState(({ allowedOrigins }) => allowedOrigins)
  if (origins.length === 0) return null
  return (
    <section aria-label={t('privacy.sites')} className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-13 font-semibold">{t('privacy.sites')}</h3>
      <p className="text-12 text-muted">{t('privacy.sitesText')}</p>
      <ul className="flex flex-col gap-1.5">
        {origins.map((origin) => (
          <li key={origin} className="flex items-center gap-3">
            <CutText text={origin} className="min-w-0 flex-1" />
            <Button
              size="small"
              aria-label={t('privacy.removeNamedSite', { origin })}
              onClick={() => {
                removeOrigin(origin)
              }}
            >
              {t('privacy.removeSite')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Button } from '../primitives/button'
import { CutText } from '../primitives/cut-text'
import { useSite, useSiteState } from '../ui-context'
import { words } from './words'

/** The sites that the person has let use the engine; nothing where there are none. */
export const AllowedSites = () => {
  const { removeOrigin } = useSite().actions
  const origins = useSiteState(({ allowedOrigins }) => allowedOrigins)
  if (origins.length === 0) return null
  return (
    <section aria-label={words.sites} className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-13 font-semibold">{words.sites}</h3>
      <p className="text-12 text-muted">{words.sitesText}</p>
      <ul className="flex flex-col gap-1.5">
        {origins.map((origin) => (
          <li key={origin} className="flex items-center gap-3">
            <CutText text={origin} className="min-w-0 flex-1" />
            <Button
              size="small"
              aria-label={words.removeNamedSite(origin)}
              onClick={() => {
                removeOrigin(origin)
              }}
            >
              {words.removeSite}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

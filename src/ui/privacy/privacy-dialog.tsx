import { DialogFrame } from '../primitives/dialog/dialog-frame'
import { useSite, useSiteState } from '../context/ui-context'
import { AboutButton } from '../shell/dialogs/about-dialog'
import { NetworkLog } from './network-log'
import { KeptPictures } from '../kept/kept-sets'
import { mayShareOrigin } from '../../core/site/shared-origin'
import { Button } from '../primitives/button'
import { CutText } from '../primitives/cut-text/cut-text'
import { usePrivacyWords } from './use-privacy-words'
import { useState } from 'react'
import { FailedNote } from '../parts/failed-part'
import { CopyButton } from '../primitives/copy-button'

/** What a report of a problem may hold, shown whole before anybody copies it. */
export const ReportOfProblem = () => {
  const { t } = usePrivacyWords()
  const { diagnose, reportFault } = useSite().actions
  const [report, setReport] = useState<string | null>(null)
  // A notice would lie behind the dialog.
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const show = () => {
    setFailure(null)
    diagnose().then(setReport, (error: unknown) => {
      reportFault(error)
      setFailure({ error })
    })
  }
  return (
    <section
      aria-label={t('privacy.diagnostics')}
      className="flex flex-col items-start gap-3 border-t border-line pt-4"
    >
      <h3 className="text-13 font-semibold">{t('privacy.diagnostics')}</h3>
      <p className="text-12 text-muted">{t('privacy.diagnosticsText')}</p>
      {failure ? (
        <FailedNote error={failure.error} tryAgain={show} />
      ) : report === null ? (
        <Button size="small" onClick={show}>
          {t('privacy.showReport')}
        </Button>
      ) : (
        <>
          <pre
            dir="ltr"
            className="w-full rounded-control bg-panel p-3 text-12 break-words whitespace-pre-wrap select-text"
          >
            {report}
          </pre>
          <CopyButton label={t('privacy.copyReport')} text={() => report} />
        </>
      )}
    </section>
  )
}

/** The sites that the person has let use the engine; nothing where there are none. */
const AllowedSites = () => {
  const { t } = usePrivacyWords()
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

/** What a shared origin means, where the app is on one, and the way out. */
const SharedOrigin = () => {
  const { t } = usePrivacyWords()
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

/** What the app promises, the switch that makes sure, and the log that shows it. */
export const PrivacyDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = usePrivacyWords()
  const { setAirplane } = useSite().actions
  const airplane = useSiteState((state) => state.airplane)
  return (
    <DialogFrame title={t('privacy.title')} shape="dialog" onClose={onClose}>
      <div className="flex flex-col gap-5 p-4">
        <p>{t('privacy.promise')}</p>
        <label className="flex gap-2.5">
          <input
            type="checkbox"
            checked={airplane}
            onChange={({ target }) => {
              void setAirplane(target.checked)
            }}
            className="mt-0.5 size-4 shrink-0 touch:size-5"
          />
          <span>
            <span>{t('privacy.airplane')}</span>
            <span className="block text-12 text-muted">{t('privacy.airplaneText')}</span>
          </span>
        </label>
        <KeptPictures />
        <SharedOrigin />
        <NetworkLog />
        <AllowedSites />
        <ReportOfProblem />
        <AboutButton />
      </div>
    </DialogFrame>
  )
}

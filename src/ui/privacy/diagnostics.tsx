import { useState } from 'react'
import { Button } from '../primitives/button'
import { FailedNote } from '../parts/failed-part'
import { CopyButton } from '../primitives/copy-button'
import { useSite } from '../context/ui-context'
import { usePrivacyWords } from './use-privacy-words'

/** What a report of a problem may hold, shown whole before anybody copies it. */
export const Diagnostics = () => {
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

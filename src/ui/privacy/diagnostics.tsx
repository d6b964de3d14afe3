import { useState } from 'react'
import { Button } from '../primitives/button'
import { CopyButton } from '../primitives/copy-button'
import { useSite } from '../ui-context'
import { words } from './words'

/** What a report of a problem may hold, shown whole before anybody copies it. */
export const Diagnostics = () => {
  const { diagnose } = useSite().actions
  const [report, setReport] = useState<string | null>(null)
  return (
    <section
      aria-label={words.diagnostics}
      className="flex flex-col items-start gap-3 border-t border-line pt-4"
    >
      <h3 className="text-13 font-semibold">{words.diagnostics}</h3>
      <p className="text-12 text-muted">{words.diagnosticsText}</p>
      {report === null ? (
        <Button size="small" onClick={() => void diagnose().then(setReport)}>
          {words.showReport}
        </Button>
      ) : (
        <>
          <pre
            dir="ltr"
            className="w-full rounded-control bg-panel p-3 text-12 break-words whitespace-pre-wrap select-text"
          >
            {report}
          </pre>
          <CopyButton label={words.copyReport} text={() => report} />
        </>
      )}
    </section>
  )
}

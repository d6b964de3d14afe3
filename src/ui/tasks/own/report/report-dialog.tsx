import { DialogFrame } from '../../../primitives/dialog/dialog-frame'
import { useAppState } from '../../../context/ui-context'
import { useOwnWords } from '../use-own-words'
import { AnswerTable } from './answer-table'
import { ClassTable } from './class-table'
import { NameSection } from './name-section'
import { PictureGroups } from './picture-groups'
import { ReliabilityTable } from './reliability-table'
import { SaveSection } from './save-section'
import { VersionList } from './version-list'
import { useSentences } from '../use-sentences'

/** What held-out examples say of a classifier: in all, of each tag, and of single pictures. */
export const ReportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useOwnWords()
  const report = useAppState(({ own }) => own?.report ?? null)
  const sentences = useSentences()
  return (
    <DialogFrame title={t('own.reportTitle')} shape="wide" onClose={onClose}>
      <div className="grid gap-6 p-4 text-13 md:p-6">
        <div className="grid max-w-prose gap-1.5">
          <p className="text-14 tabular-nums">{sentences.join(' ')}</p>
          <p className="text-muted">{t('own.reportHow')}</p>
          {report?.isEnough && report.beatsWords ? <p>{t('own.surelyBetter')}</p> : null}
        </div>
        {report?.accuracy ? (
          <>
            <ClassTable />
            <AnswerTable onShown={onClose} />
            <ReliabilityTable />
          </>
        ) : null}
        <PictureGroups onShown={onClose} />
        <VersionList />
        <NameSection />
        <SaveSection />
      </div>
    </DialogFrame>
  )
}

import { AgreementDialog } from '../../agreement/agreement-dialog'
import { ReportDialog } from './report-dialog'

interface ReportOfProps {
  /** The classifier of the person's own, or the model beside what they decided. */
  readonly what: 'own' | 'agreement'
  readonly onClose: () => void
}

/** How good answers are, of whichever is asked. They belong to the page, so that they stay as its layout changes. */
export const ReportOf = ({ what, onClose }: ReportOfProps) =>
  what === 'own' ? <ReportDialog onClose={onClose} /> : <AgreementDialog onClose={onClose} />

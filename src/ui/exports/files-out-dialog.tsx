import { ExportDialog } from './export-dialog'
import { MovesDialog } from './moves-dialog'

interface FilesOutDialogProps {
  readonly into: 'export' | 'moves'
  readonly onClose: () => void
}

/** How pictures and results leave: in a file, or into folders on disk. One part for both, since one leads to the other. */
export const FilesOutDialog = ({ into, onClose }: FilesOutDialogProps) =>
  into === 'moves' ? <MovesDialog onClose={onClose} /> : <ExportDialog onClose={onClose} />

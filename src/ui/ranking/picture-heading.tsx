import type { Picture } from '../../state/app-state'
import { CutText } from '../primitives/cut-text'
import { formatBytes } from '../primitives/format'
import { words } from './words'

/** The name of the picture, its size in pixels and in bytes. */
export const PictureHeading = ({ picture: { name, file, phase } }: { readonly picture: Picture }) => (
  <div className="px-4 pt-3 pb-3">
    <h3 className="text-14 font-semibold">
      <CutText text={name} />
    </h3>
    <p className="text-12 text-muted tabular-nums">
      {phase.kind === 'ready' ? `${words.size(phase.facts.width, phase.facts.height)} · ` : ''}
      {formatBytes(file.size)}
    </p>
  </div>
)

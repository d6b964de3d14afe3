import { Pause, Play, X } from 'lucide-react'
import { canPause } from '../../state/model-loader'
import { IconButton } from '../primitives/icon-button'
import { useActions, useAppState, useWords } from '../ui-context'

/** Beside the chip: to put a load off, to go on with it, to give it up. */
export const ChipControls = () => {
  const { t } = useWords()
  const { pauseLoading, resumeLoading, cancelLoading } = useActions()
  const model = useAppState((state) => state.model)
  if (model.kind !== 'loading' && model.kind !== 'paused') return null
  const paused = model.kind === 'paused'
  const pausable = paused || canPause(model.progress)
  return (
    <>
      {pausable ? (
        <IconButton
          icon={paused ? Play : Pause}
          label={paused ? t('model.resume') : t('model.pause')}
          onClick={paused ? resumeLoading : pauseLoading}
          className="ms-0.5"
        />
      ) : null}
      <IconButton
        icon={X}
        label={t('model.cancel')}
        onClick={cancelLoading}
        // Where there is little room the panel has it.
        className={pausable ? 'max-sm:hidden' : ''}
      />
    </>
  )
}

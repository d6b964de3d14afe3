import { Download } from 'lucide-react'
import { useId } from 'react'
import { largeView } from '../../../../words/en/pictures/large-view'
import { usePlatform, useWordsWith } from '../../../context/ui-context'
import { useAttempt } from '../../../parts/use-attempt'
import { IconButton } from '../../../primitives/icon-button'
import type { Picture } from '../../../../state/app-state'
import { drawWithLight, type Light } from './draw-light'

interface LightControlsProps {
  readonly picture: Picture
  /** The label that the light is of. */
  readonly tag: string
  readonly light: Light
  readonly onStrength: (strength: number) => void
}

/** How dark it is around the light, and the picture with it as a file. */
export const LightControls = ({ picture, tag, light, onStrength }: LightControlsProps) => {
  const { t, format } = useWordsWith(largeView)
  const { saveFile } = usePlatform()
  const attempt = useAttempt()
  const id = useId()
  const { phase, file, name } = picture
  const save = () =>
    attempt(async () => {
      // What the browser does not read itself is drawn from what was decoded of it.
      const source = phase.kind === 'ready' && !phase.facts.isShowable ? phase.facts.thumbnail : file
      // Without its folders and its ending; browsers take out of a tag what a file's name may not have.
      const plain = name.replace(/^.*\//, '').replace(/\.[^.]+$/, '')
      saveFile(await drawWithLight(source, light), `${plain} ${tag}.png`)
    })
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-12 text-muted">
        {t('largeView.strength')}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={light.strength}
        aria-valuetext={format.spokenPercent(light.strength)}
        onChange={({ target }) => {
          onStrength(target.valueAsNumber)
        }}
        className="w-24"
      />
      <IconButton icon={Download} label={t('largeView.saveLight')} onClick={() => void save()} />
    </div>
  )
}

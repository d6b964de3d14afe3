import { Crop } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { Segmented } from '../primitives/segmented'
import { useScreen, useScreenStore } from '../ui-context'
import { words } from './words'

const looks = [
  { value: 'picture', label: words.looksPicture },
  { value: 'model', label: words.looksModel },
] as const

/** The picture or what the model saw of it. */
export const LookControls = () => {
  const screen = useScreenStore()
  const modelView = useScreen((state) => state.modelView)
  const frameShown = useScreen((state) => state.frameShown)
  return (
    <div className="flex items-center gap-1">
      <Segmented
        label={words.looks}
        choices={looks}
        value={modelView ? 'model' : 'picture'}
        onChange={(look) => {
          screen.setState({ modelView: look === 'model' })
        }}
      />
      <IconButton
        icon={Crop}
        label={words.frame}
        aria-pressed={frameShown}
        disabled={modelView}
        onClick={() => {
          screen.setState({ frameShown: !frameShown })
        }}
      />
    </div>
  )
}

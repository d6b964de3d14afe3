import { Crop, ScanSearch } from 'lucide-react'
import { IconButton } from '../../primitives/icon-button'
import { Segmented } from '../../primitives/fields/segmented'
import { useScreen, useScreenStore, useWords } from '../../context/ui-context'

/** The picture or what the model saw of it. */
export const LookControls = () => {
  const { t } = useWords()
  const screen = useScreenStore()
  const modelView = useScreen((state) => state.modelView)
  const frameShown = useScreen((state) => state.frameShown)
  const why = useScreen((state) => state.why)
  return (
    <div className="flex min-w-0 items-center gap-1">
      <Segmented
        label={t('pictures.looks')}
        choices={[
          { value: 'picture', label: t('pictures.looksPicture') },
          { value: 'model', label: t('pictures.looksModel') },
        ]}
        value={modelView ? 'model' : 'picture'}
        onChange={(look) => {
          screen.setState({ modelView: look === 'model' })
        }}
      />
      <IconButton
        icon={Crop}
        label={t('pictures.frame')}
        aria-pressed={frameShown}
        disabled={modelView}
        onClick={() => {
          screen.setState({ frameShown: !frameShown })
        }}
      />
      <IconButton
        icon={ScanSearch}
        label={t('pictures.why')}
        aria-pressed={why}
        data-sees-why
        onClick={() => {
          screen.setState({ why: !why, whyOf: null })
        }}
      />
    </div>
  )
}

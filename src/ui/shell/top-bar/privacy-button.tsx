import { Plane, ShieldCheck } from 'lucide-react'
import { IconButton } from '../../primitives/icon-button'
import { useScreenStore, useSiteState, useWords } from '../../ui-context'

/** Opens the privacy dialog; shows that the airplane switch is on. */
export const PrivacyButton = () => {
  const { t } = useWords()
  const screen = useScreenStore()
  const airplane = useSiteState((state) => state.airplane)
  return (
    <IconButton
      icon={airplane ? Plane : ShieldCheck}
      label={airplane ? t('shell.privacyAirplane') : t('shell.privacy')}
      aria-haspopup="dialog"
      onClick={() => {
        screen.setState({ dialog: 'privacy' })
      }}
    />
  )
}

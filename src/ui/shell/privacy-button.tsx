import { Plane, ShieldCheck } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { useScreenStore, useSiteState } from '../ui-context'
import { words } from './words'

/** Opens the privacy dialog; shows that the airplane switch is on. */
export const PrivacyButton = () => {
  const screen = useScreenStore()
  const airplane = useSiteState((state) => state.airplane)
  return (
    <IconButton
      icon={airplane ? Plane : ShieldCheck}
      label={airplane ? words.privacyAirplane : words.privacy}
      aria-haspopup="dialog"
      onClick={() => {
        screen.setState({ dialog: 'privacy' })
      }}
    />
  )
}

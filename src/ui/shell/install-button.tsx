import { MonitorDown } from 'lucide-react'
import { IconButton } from '../primitives/icon-button'
import { useSite, useSiteState } from '../ui-context'
import { words } from './words'

/** There only while the browser offers to install the app. */
export const InstallButton = () => {
  const { install } = useSite().actions
  const canInstall = useSiteState((state) => state.canInstall)
  return canInstall ? <IconButton icon={MonitorDown} label={words.install} onClick={install} /> : null
}

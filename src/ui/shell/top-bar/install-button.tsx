import { MonitorDown } from 'lucide-react'
import { IconButton } from '../../primitives/icon-button'
import { useSite, useSiteState, useWords } from '../../ui-context'

/** There only while the browser offers to install the app. */
export const InstallButton = () => {
  const { t } = useWords()
  const { install } = useSite().actions
  const canInstall = useSiteState((state) => state.canInstall)
  return canInstall ? <IconButton icon={MonitorDown} label={t('shell.install')} onClick={install} /> : null
}

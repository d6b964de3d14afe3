import { DialogFrame } from '../primitives/dialog/dialog-frame'
import { useSite, useSiteState, useWords } from '../ui-context'
import { AboutButton } from '../shell/dialogs/about-dialog'
import { AllowedSites } from './allowed-sites'
import { Diagnostics } from './diagnostics'
import { NetworkLog } from './network-log'
import { SharedOrigin } from './shared-origin'

/** What the app promises, the switch that makes sure, and the log that shows it. */
export const PrivacyDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWords()
  const { setAirplane } = useSite().actions
  const airplane = useSiteState((state) => state.airplane)
  return (
    <DialogFrame title={t('privacy.title')} shape="dialog" onClose={onClose}>
      <div className="flex flex-col gap-5 p-4">
        <p>{t('privacy.promise')}</p>
        <label className="flex gap-2.5">
          <input
            type="checkbox"
            checked={airplane}
            onChange={({ target }) => {
              setAirplane(target.checked)
            }}
            className="mt-0.5 size-4 shrink-0 touch:size-5"
          />
          <span>
            <span>{t('privacy.airplane')}</span>
            <span className="block text-12 text-muted">{t('privacy.airplaneText')}</span>
          </span>
        </label>
        <SharedOrigin />
        <NetworkLog />
        <AllowedSites />
        <Diagnostics />
        <AboutButton />
      </div>
    </DialogFrame>
  )
}

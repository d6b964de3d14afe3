import { DEFAULT_HUB_ID, hubSource } from '../../core/model/catalogue/model-names'
import { Button } from '../primitives/button'
import { useActions, useAppState, useScreenStore, useWords } from '../ui-context'

/** Asks what a model for photographs would take, and shows it; nothing is downloaded before that is agreed to. */
export const PhotoModelButton = ({ className = '' }: { readonly className?: string }) => {
  const { t } = useWords()
  const { chooseModel } = useActions()
  const screen = useScreenStore()
  const host = useAppState(({ settings }) => settings.modelHost)
  const loading = useAppState((state) => state.model.kind === 'loading')
  return (
    <Button
      size="small"
      className={className}
      disabled={loading}
      aria-haspopup="dialog"
      onClick={() => {
        screen.setState({ dialog: 'model' })
        void chooseModel({ source: hubSource(host, DEFAULT_HUB_ID), dtype: 'auto', device: 'auto' })
      }}
    >
      {t('ranking.loadReal')}
    </Button>
  )
}

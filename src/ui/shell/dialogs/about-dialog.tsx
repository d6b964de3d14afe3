import { about } from '../../../words/en/about'
import { Button } from '../../primitives/button'
import { CopyButton } from '../../primitives/copy-button'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { useScreenStore, useSite, useWordsWith } from '../../context/ui-context'

/** What this is, and which build of it. */
export const AboutDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWordsWith(about)
  const { build } = useSite()
  const screen = useScreenStore()
  const facts = [
    { name: t('about.version'), value: build.version },
    { name: t('about.commit'), value: build.commit },
    { name: t('about.date'), value: build.date },
    { name: 'ONNX Runtime', value: build.onnxRuntime },
  ]
  return (
    <DialogFrame title={t('about.title')} shape="dialog" onClose={onClose}>
      <div className="flex flex-col gap-4 p-4">
        <p>{t('about.text')}</p>
        <div>
          <h3 className="font-medium">{t('about.install')}</h3>
          <p className="text-pretty text-muted">{t('about.installText')}</p>
        </div>
        <dl>
          {facts.map(({ name, value }) => (
            <div
              key={name}
              className="flex items-baseline justify-between gap-4 border-t border-line py-1.5 first:border-t-0"
            >
              <dt className="text-muted">{name}</dt>
              <dd dir="ltr" className="tabular-nums select-text">
                {value}
              </dd>
            </div>
          ))}
        </dl>
        <div className="flex flex-wrap gap-2">
          <CopyButton
            label={t('about.copy')}
            text={() => facts.map(({ name, value }) => `${name}: ${value}`).join('\n')}
          />
          <Button
            size="small"
            onClick={() => {
              screen.setState({ dialog: 'privacy' })
            }}
          >
            {t('about.report')}
          </Button>
        </div>
      </div>
    </DialogFrame>
  )
}

/** Leads there from other dialogs where people look for it. */
export const AboutButton = () => {
  const { t } = useWordsWith(about)
  const { build } = useSite()
  const screen = useScreenStore()
  return (
    <Button
      size="small"
      variant="quiet"
      className="self-start justify-self-start text-muted"
      onClick={() => {
        screen.setState({ dialog: 'about' })
      }}
    >
      {t('about.open', { version: build.version })}
    </Button>
  )
}

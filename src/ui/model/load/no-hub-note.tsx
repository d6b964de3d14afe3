import { WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Bytes } from '../../../core/brands'
import { totalSize } from '../../../core/model/files/choose-files'
import type { ModelPhase } from '../../../core/model/model-phase'
import { Button } from '../../primitives/button'
import { useActions, usePlatform, useScreen, useScreenStore, useSiteState } from '../../context/ui-context'
import { hostOfSource } from '../texts/model-name'
import type { Loading } from './download-progress'
import { useAirplaneOff, useGetOffer } from '../offer/use-recommendation'
import { useModelWords } from '../texts/use-model-words'

type Failed = Extract<ModelPhase, { kind: 'failed' }>

/** Whether a failure is that a host could not be had at all. */
export const isWithoutHub = ({ error, choice }: Failed): boolean =>
  error.code === 'NETWORK' && error.status === 0 && hostOfSource(choice.source) !== null

interface WayProps {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

const Way = ({ title, text, children }: WayProps) => (
  <li className="pt-2">
    <p>
      <span className="font-medium">{title}</span>
      <span className="text-muted">{` · ${text}`}</span>
    </p>
    <div className="flex flex-wrap gap-2 pt-1 empty:hidden">{children}</div>
  </li>
)

/** The three ways to a model where its host says nothing. */
const Ways = () => {
  const { t } = useModelWords()
  const { importModel, cancelLoading } = useActions()
  const { pickModelFolder, pickModelFiles } = usePlatform()
  const screen = useScreenStore()
  const get = useGetOffer()
  const surroundings = useScreen((state) => state.surroundings)
  const lying = surroundings?.beside[0]
  const take = async (ask: () => Promise<readonly File[]>) => {
    const files = await ask()
    if (files.length > 0) await importModel(files)
  }
  return (
    <ul>
      <Way title={t('model.ways.mirror')} text={t('model.ways.mirrorText')}>
        <Button
          size="small"
          onClick={() => {
            screen.setState({ dialog: 'model', modelAsks: 'host' })
          }}
        >
          {t('model.hostTitle')}
        </Button>
      </Way>
      <Way title={t('model.ways.device')} text={t('model.ways.deviceText')}>
        {pickModelFolder ? (
          <Button size="small" onClick={() => void take(pickModelFolder)}>
            {t('model.chooseFolder')}
          </Button>
        ) : null}
        <Button size="small" onClick={() => void take(pickModelFiles)}>
          {t('model.chooseFiles')}
        </Button>
      </Way>
      <Way title={t('model.ways.beside')} text={t('model.ways.besideText')}>
        {surroundings && lying ? (
          <Button
            size="small"
            onClick={() => {
              cancelLoading()
              get({
                where: 'beside',
                source: { kind: 'url', baseUrl: `${surroundings.besideUrl}${lying.id}` },
                size: totalSize(lying.files) ?? (0 as Bytes),
              })
            }}
          >
            {t('model.ways.besideUse', { name: lying.id })}
          </Button>
        ) : null}
      </Way>
    </ul>
  )
}

/** A download that has stood still for a while: that it is tried again by itself, and what else may be done. */
export const StalledNote = ({ phase, silent }: { readonly phase: Loading; readonly silent: number }) => {
  const { t, format } = useModelWords()
  const { pauseLoading, resumeLoading } = useActions()
  if (silent === 0 || phase.kind !== 'loading') return null
  return (
    <div className="mt-1.5 flex gap-2.5 rounded-control bg-danger-soft p-3">
      <WifiOff size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p role="status" className="font-medium text-pretty break-words">
          {t('model.stalled', { host: hostOfSource(phase.choice.source) ?? '' })}
        </p>
        <p className="pt-0.5 text-pretty tabular-nums">
          {t('model.stalledText', { duration: format.duration(silent) })}
        </p>
        <Ways />
        <Button
          size="small"
          className="mt-2.5"
          onClick={() => {
            pauseLoading()
            resumeLoading()
          }}
        >
          {t('model.retry')}
        </Button>
      </div>
    </div>
  )
}

/** What kept a host away, and the ways on: the switch alone where that is what it was. */
export const NoHubNote = ({ phase }: { readonly phase: Failed }) => {
  const { t } = useModelWords()
  const { retryModel, cancelLoading } = useActions()
  const airplane = useSiteState((state) => state.airplane)
  const turnOff = useAirplaneOff()
  return (
    <div className="flex gap-2.5 rounded-control bg-danger-soft p-3">
      <WifiOff size={16} strokeWidth={1.75} aria-hidden className="mt-px shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">
          {airplane
            ? t('model.airplaneOn')
            : t('model.noHub', { host: hostOfSource(phase.choice.source) ?? '' })}
        </p>
        {airplane ? null : (
          <>
            <p className="pt-0.5 text-pretty">{t('model.noHubText')}</p>
            <Ways />
          </>
        )}
        <div className="flex flex-wrap gap-2 pt-2.5">
          {airplane ? (
            <Button size="small" variant="primary" onClick={() => turnOff(retryModel)}>
              {t('model.airplaneOff')}
            </Button>
          ) : (
            <Button size="small" onClick={retryModel}>
              {t('model.retry')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={cancelLoading}>
            {t('model.dismiss')}
          </Button>
        </div>
      </div>
    </div>
  )
}

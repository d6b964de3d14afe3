import { SwitchCamera } from 'lucide-react'
import { use, useState } from 'react'
import type { OpenStream, WhichCamera } from '../../state/live/live'
import { Button } from '../primitives/button'
import { DialogFrame } from '../primitives/dialog/dialog-frame'
import { Segmented } from '../primitives/fields/segmented'
import { SelectField } from '../primitives/fields/select-field'
import { IconButton } from '../primitives/icon-button'
import { currentTask, judgesByWords } from '../../state/tasks/tasks'
import { useActions, useAppState, useScreen } from '../context/ui-context'
import { FramesForm } from './frames-form'
import { HoldButtons } from './hold-buttons'
import { KeepFrame, LiveControls } from './live-controls'
import { LiveRanking } from './live-ranking'
import { LiveStage } from './live-stage'
import type { SourceKind } from './live-source'
import { NoSource } from './no-source'
import { useLiveSource } from './use-live-source'
import { useLiveWords } from './use-live-words'

const KINDS: readonly SourceKind[] = ['camera', 'window', 'video']

/** Which of several cameras: a phone's by where they look, others by name. */
const CameraChoice = ({
  open: { id, cameras, facing },
  choose,
}: {
  readonly open: OpenStream
  readonly choose: (which: WhichCamera) => void
}) => {
  const { t } = useLiveWords()
  if (cameras.length < 2) return null
  return (
    <div className="flex items-end gap-2">
      <SelectField
        label={t('live.which')}
        value={id}
        onChange={(chosen) => {
          choose({ id: chosen })
        }}
        choices={cameras.map(({ id: value, label }) => ({ value, label }))}
      />
      {facing === null ? null : (
        <IconButton
          icon={SwitchCamera}
          label={t('live.turn')}
          onClick={() => {
            choose({ facing: facing === 'user' ? 'environment' : 'user' })
          }}
        />
      )}
    </div>
  )
}

/** A camera, a window or a video, ranked as it runs. Everything is off when this closes. */
export const LiveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useLiveWords()
  const live = use(useActions().live.held())
  const offered = useScreen((screen) => screen.offeredVideo)
  const [kind, setKind] = useState<SourceKind>(live.sources.openCamera && !offered ? 'camera' : 'video')
  const [taken, setTaken] = useState(offered)
  if (offered !== taken) {
    setTaken(offered)
    if (offered) setKind('video')
  }
  const { source, open, choose, refuseVideo } = useLiveSource(live.sources, kind, offered)
  const hasTags = judgesByWords(useAppState(currentTask))
  const isOn = source.kind === 'stream' || source.kind === 'video'
  return (
    <DialogFrame title={t('live.title')} shape="wide" onClose={onClose}>
      <div className="grid md:h-full md:grid-cols-[minmax(0,1fr)_21rem] md:grid-rows-[minmax(0,1fr)_auto]">
        <div className="flex min-h-0 flex-col gap-3 p-4 pb-0">
          <Segmented
            label={t('live.from')}
            choices={KINDS.map((value) => ({ value, label: t(`live.sources.${value}`) }))}
            value={kind}
            onChange={setKind}
            className="flex w-full max-w-80 shrink-0 self-center"
          />
          <div className="flex h-[clamp(10rem,38dvh,24rem)] shrink-0 items-center justify-center overflow-hidden rounded-control bg-track md:h-auto md:min-h-60 md:flex-1">
            {isOn ? (
              <LiveStage live={live} kind={kind} source={source} onUnplayable={refuseVideo} />
            ) : (
              <NoSource kind={kind} source={source} open={open} />
            )}
          </div>
          {isOn ? <KeepFrame live={live} /> : null}
          {isOn && hasTags ? <HoldButtons live={live} /> : null}
        </div>
        {/* On a phone what is said stands below what is seen, and what can be set below that. */}
        <div className="min-h-0 border-line max-md:border-b md:col-start-2 md:row-span-2 md:overflow-y-auto md:border-s">
          <LiveRanking live={live} />
        </div>
        <div className="grid gap-3 p-4 md:col-start-1 md:row-start-2">
          {source.kind === 'stream' && kind === 'camera' ? (
            <CameraChoice open={source.open} choose={choose} />
          ) : null}
          {isOn ? <LiveControls live={live} /> : null}
          {source.kind === 'video' ? <FramesForm live={live} video={source.file} /> : null}
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="text-12 text-muted">{t('live.private')}</p>
            {isOn && kind !== 'camera' ? (
              <Button size="small" variant="quiet" onClick={open}>
                {t(`live.other.${kind}`)}
              </Button>
            ) : null}
          </div>
        </div>
      </div>
    </DialogFrame>
  )
}

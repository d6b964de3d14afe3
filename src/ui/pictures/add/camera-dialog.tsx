import { Camera } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { incoming } from '../../../words/en/incoming'
import { Button } from '../../primitives/button'
import { DialogFrame } from '../../primitives/dialog/dialog-frame'
import { SelectField } from '../../primitives/fields/select-field'
import { useActions, usePlatform, useWords, useWordsStore } from '../../ui-context'
import type { CameraAnswer } from '../../ui-platform'

/** JPEG as cameras make it; a PNG of the same picture is ten times the size. */
const ENCODING = { type: 'image/jpeg', quality: 0.95 } as const

/** The frame that a video shows now, as a file. */
const takeFrame = (video: HTMLVideoElement): Promise<Blob | null> => {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => {
    canvas.toBlob(resolve, ENCODING.type, ENCODING.quality)
  })
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, select')

const stop = (answer: CameraAnswer | null) => {
  if (answer?.kind === 'open') for (const track of answer.stream.getTracks()) track.stop()
}

/** A camera that is on while this is shown. */
const useCamera = (id: string | null): CameraAnswer | null => {
  const { openCamera } = usePlatform()
  const [answer, setAnswer] = useState<CameraAnswer | null>(null)
  useEffect(() => {
    let isGone = false
    let opened: CameraAnswer | null = null
    void openCamera?.(id).then((next) => {
      opened = next
      if (isGone) stop(next)
      else setAnswer(next)
    })
    return () => {
      isGone = true
      stop(opened)
    }
  }, [openCamera, id])
  return answer
}

/** `Camera 2026-11-29 14.05.09.jpg`: in the order of the names they are in the order of time. */
const nameOf = (at: Date): string => {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.')
  return `Camera ${day} ${time}.jpg`
}

/** The camera, live; each press takes a picture into the list. It is off when this closes. */
export const CameraDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const words = useWords()
  const { t } = useWordsStore().with(incoming)
  const { addPictures } = useActions()
  const [id, setId] = useState<string | null>(null)
  const [taken, setTaken] = useState(0)
  const camera = useCamera(id)
  const video = useRef<HTMLVideoElement>(null)
  const stream = camera?.kind === 'open' ? camera.stream : null
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])

  const take = async () => {
    const shown = video.current
    if (!shown || shown.videoWidth === 0) return
    const frame = await takeFrame(shown)
    if (!frame) return
    addPictures([new File([frame], nameOf(new Date()), { type: ENCODING.type })])
    setTaken((count) => count + 1)
  }
  const onSpace = useEffectEvent((event: KeyboardEvent) => {
    // A button or a list that has focus does what it does.
    if (event.key !== ' ' || event.repeat || isControl(event.target)) return
    event.preventDefault()
    void take()
  })
  useEffect(() => {
    window.addEventListener('keydown', onSpace)
    return () => {
      window.removeEventListener('keydown', onSpace)
    }
  }, [])
  return (
    <DialogFrame title={words.t('pictures.camera')} shape="dialog" onClose={onClose}>
      <div className="grid gap-3 p-4">
        <div className="flex aspect-[4/3] items-center justify-center overflow-hidden rounded-control bg-track text-center">
          {camera === null || camera.kind === 'open' ? (
            <video
              ref={video}
              autoPlay
              muted
              playsInline
              aria-label={t('incoming.camera.view')}
              className="size-full object-contain"
            />
          ) : (
            <p role="alert" className="p-6">
              {t(`incoming.camera.${camera.kind}`)}
            </p>
          )}
        </div>
        {camera?.kind === 'open' && camera.cameras.length > 1 ? (
          <SelectField
            label={t('incoming.camera.which')}
            value={camera.id}
            onChange={setId}
            choices={camera.cameras.map(({ id: value, label }) => ({ value, label }))}
          />
        ) : null}
        <div className="flex items-center gap-3">
          <Button variant="primary" disabled={camera?.kind !== 'open'} onClick={() => void take()}>
            <Camera size={16} strokeWidth={1.75} aria-hidden />
            <span>{t('incoming.camera.take')}</span>
          </Button>
          <p aria-live="polite" className="text-muted">
            {taken > 0 ? t('incoming.camera.taken', { count: taken }) : ''}
          </p>
        </div>
        <p className="text-12 text-muted">{t('incoming.camera.hint')}</p>
      </div>
    </DialogFrame>
  )
}

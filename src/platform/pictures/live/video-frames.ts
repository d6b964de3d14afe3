/** A frame out of a video element. Each part that has one closes it. */
type LiveFrame = VideoFrame | ImageBitmap

/** JPEG as cameras make it; a PNG of the same picture is ten times the size. */
const ENCODING = { type: 'image/jpeg', quality: 0.95 } as const

/** Without a new frame for so many milliseconds the last one still stands: a window at rest gives none. */
const STILL_MS = 200

type FrameWait = Pick<HTMLVideoElement, 'requestVideoFrameCallback' | 'cancelVideoFrameCallback'>

/** Waits for a frame that was not there before. Firefox before 132 does not tell: then every drawing of the page is one. */
const nextFrame = (video: HTMLVideoElement, signal: AbortSignal): Promise<'new' | 'same'> =>
  new Promise((resolve) => {
    const told: Partial<FrameWait> = video
    const finish = (what: 'new' | 'same') => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      if (told.requestVideoFrameCallback) video.cancelVideoFrameCallback(handle)
      else cancelAnimationFrame(handle)
      resolve(what)
    }
    const stop = () => {
      finish('same')
    }
    const isNew = () => {
      finish('new')
    }
    const timer = setTimeout(stop, STILL_MS)
    signal.addEventListener('abort', stop)
    const handle = told.requestVideoFrameCallback
      ? video.requestVideoFrameCallback(isNew)
      : requestAnimationFrame(isNew)
  })

const hasPicture = (video: HTMLVideoElement): boolean =>
  video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0

const take = async (video: HTMLVideoElement): Promise<LiveFrame | null> => {
  if (!hasPicture(video)) return null
  try {
    // Costs nothing: it is the decoder's own picture. A bitmap is drawn for it.
    return typeof VideoFrame === 'undefined' ? await createImageBitmap(video) : new VideoFrame(video)
  } catch {
    return createImageBitmap(video).catch(() => null)
  }
}

const toJpeg = async (drawable: CanvasImageSource, width: number, height: number): Promise<Blob | null> => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.drawImage(drawable, 0, 0, width, height)
  return canvas.convertToBlob(ENCODING)
}

const sizeOf = (frame: LiveFrame) =>
  'displayWidth' in frame
    ? ([frame.displayWidth, frame.displayHeight] as const)
    : ([frame.width, frame.height] as const)

/** The frames of a video element while it plays, or stands: the newest at each question. */
export const framesOf = (video: HTMLVideoElement) => ({
  /** Waits for the next frame; `same` where none comes for a while. */
  next: async (signal: AbortSignal): Promise<LiveFrame | 'same'> => {
    if ((await nextFrame(video, signal)) === 'same') return 'same'
    return (await take(video)) ?? 'same'
  },
  /** Another of the same pixels. */
  copy: async (frame: LiveFrame): Promise<LiveFrame> =>
    'clone' in frame ? frame.clone() : createImageBitmap(frame),
  /** The frame as a file for the list. */
  toFile: async (frame: LiveFrame, name: string): Promise<File | null> => {
    const jpeg = await toJpeg(frame, ...sizeOf(frame))
    return jpeg && new File([jpeg], name, { type: ENCODING.type })
  },
})

const eventOf = (
  video: HTMLVideoElement,
  name: 'loadeddata' | 'seeked',
  signal: AbortSignal,
): Promise<boolean> =>
  new Promise((resolve) => {
    const over = new AbortController()
    const end = (came: boolean) => () => {
      over.abort()
      resolve(came)
    }
    video.addEventListener(name, end(true), { signal: over.signal })
    video.addEventListener('error', end(false), { signal: over.signal })
    signal.addEventListener('abort', end(false), { signal: over.signal })
  })

/** A video file whose frames are taken at times of one's own; `null` where this browser cannot play it. */
export const openVideo = async (file: Blob, signal: AbortSignal) => {
  const url = URL.createObjectURL(file)
  const video = document.createElement('video')
  const close = () => {
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(url)
  }
  video.muted = true
  video.preload = 'auto'
  video.src = url
  if (!(await eventOf(video, 'loadeddata', signal))) {
    close()
    return null
  }
  return {
    duration: video.duration,
    /** The frame that is shown at a time, as a JPEG; `null` where there is none. */
    frameAt: async (seconds: number, stopping: AbortSignal): Promise<Blob | null> => {
      const seeked = eventOf(video, 'seeked', stopping)
      // Where it stands already it seeks none the less, and says so.
      video.currentTime = seconds
      return (await seeked) && hasPicture(video) ? toJpeg(video, video.videoWidth, video.videoHeight) : null
    },
    close,
  }
}

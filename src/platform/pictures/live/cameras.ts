import { mediaDevices } from '../../device/secure-parts'

/** Which camera: the one by this id, or one that looks that way. */
export type WhichCamera = { readonly id: string } | { readonly facing: 'user' | 'environment' }

/** A camera or a window that is on. Its opener turns it off by stopping the stream's tracks. */
export interface OpenStream {
  readonly kind: 'open'
  readonly stream: MediaStream
  /** The camera that is on, and all that there are; none of a window. */
  readonly id: string
  readonly cameras: readonly { readonly id: string; readonly label: string }[]
  /** Where the camera looks, as far as it is known: phones say so. */
  readonly facing: 'user' | 'environment' | null
}

/** `refused` by the person or the browser; `busy` where another program has it, or it is broken. */
export type StreamAnswer = OpenStream | { readonly kind: 'refused' | 'missing' | 'busy' }

/** Asked for and rarely given whole: what a model sees is far smaller. */
const WIDTH = 1280

const problemOf = (error: unknown): 'refused' | 'missing' | 'busy' => {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
    case 'InvalidStateError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    default:
      return 'busy'
  }
}

const toFacing = (mode: string | undefined) => (mode === 'user' || mode === 'environment' ? mode : null)

const openCamera = async (devices: MediaDevices, which: WhichCamera): Promise<StreamAnswer> => {
  try {
    const asked = 'id' in which ? { deviceId: { exact: which.id } } : { facingMode: which.facing }
    const stream = await devices.getUserMedia({ video: { width: { ideal: WIDTH }, ...asked } })
    // Only now, since labels are told once the person has agreed.
    const cameras = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
    const settings = stream.getVideoTracks()[0]?.getSettings()
    return {
      kind: 'open',
      stream,
      id: settings?.deviceId ?? '',
      cameras: cameras.map(({ deviceId, label }) => ({ id: deviceId, label })),
      facing: toFacing(settings?.facingMode),
    }
  } catch (error) {
    return { kind: problemOf(error) }
  }
}

/** Opens a camera; `null` on insecure origins. */
export const cameraOpener = (): ((which: WhichCamera) => Promise<StreamAnswer>) | null => {
  const devices = mediaDevices()
  return devices && ((which) => openCamera(devices, which))
}

/** Has the person choose a window, a tab or a screen to look at; `null` where browsers cannot (phones). Takes a press. */
export const windowOpener = (): (() => Promise<StreamAnswer>) | null => {
  // Absent on phones, whatever the types say.
  const devices = mediaDevices() as Partial<MediaDevices> | null
  if (!devices?.getDisplayMedia) return null
  const open = devices.getDisplayMedia.bind(devices)
  return async () => {
    try {
      const stream = await open({ video: { frameRate: { ideal: 15 } }, audio: false })
      return { kind: 'open', stream, id: '', cameras: [], facing: null }
    } catch (error) {
      return { kind: problemOf(error) }
    }
  }
}

import { mediaDevices } from '../device/secure-parts'

/** A camera that is on. Its opener turns it off by stopping the stream's tracks. */
interface OpenCamera {
  readonly kind: 'open'
  readonly stream: MediaStream
  /** The one that is on, and all that there are. */
  readonly id: string
  readonly cameras: readonly { readonly id: string; readonly label: string }[]
}

/** `refused` by the person or the browser; `busy` where another program has it, or it is broken. */
type CameraAnswer = OpenCamera | { readonly kind: 'refused' | 'missing' | 'busy' }

/** Asked for and rarely given whole: what a model sees is far smaller. */
const WIDTH = 1920

const problemOf = (error: unknown): 'refused' | 'missing' | 'busy' => {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    default:
      return 'busy'
  }
}

const openCamera = async (devices: MediaDevices, id: string | null): Promise<CameraAnswer> => {
  try {
    const which = id === null ? { facingMode: 'environment' } : { deviceId: { exact: id } }
    const stream = await devices.getUserMedia({ video: { width: { ideal: WIDTH }, ...which } })
    // Only now, since labels are told once the person has agreed.
    const cameras = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')
    return {
      kind: 'open',
      stream,
      id: stream.getVideoTracks()[0]?.getSettings().deviceId ?? '',
      cameras: cameras.map(({ deviceId, label }) => ({ id: deviceId, label })),
    }
  } catch (error) {
    return { kind: problemOf(error) }
  }
}

/** Opens a camera by its id, or the one that looks away from the person; `null` on insecure origins. */
export const cameraOpener = (): ((id: string | null) => Promise<CameraAnswer>) | null => {
  const devices = mediaDevices()
  return devices && ((id) => openCamera(devices, id))
}
